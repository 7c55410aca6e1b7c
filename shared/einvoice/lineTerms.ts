import { deal, group, indicator, term } from './term.ts'

const lineAdjustment = (
  id: string,
  charge: boolean,
  ids: readonly [string, string, string, string, string],
) =>
  group(
    id,
    `AllowanceCharge[ChargeIndicator=${indicator(charge)}]`,
    `SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge[ChargeIndicator/Indicator=${indicator(charge)}]`,
    [
      term(ids[0], 'Amount', 'ActualAmount'),
      term(ids[1], 'BaseAmount', 'BasisAmount'),
      term(ids[2], 'MultiplierFactorNumeric', 'CalculationPercent'),
      term(ids[3], 'AllowanceChargeReason', 'Reason'),
      term(ids[4], 'AllowanceChargeReasonCode', 'ReasonCode'),
    ],
  )

/** A line of an invoice or a credit note. */
export const lineTerms = group(
  'BG-25',
  'InvoiceLine|CreditNoteLine',
  `${deal}/IncludedSupplyChainTradeLineItem`,
  [
    term('BT-126', 'ID', 'AssociatedDocumentLineDocument/LineID'),
    term('BT-127', 'Note', 'AssociatedDocumentLineDocument/IncludedNote/Content'),
    term(
      'BT-128',
      'DocumentReference[DocumentTypeCode=130]/ID',
      'SpecifiedLineTradeSettlement/AdditionalReferencedDocument[TypeCode=130]/IssuerAssignedID',
    ),
    term('BT-129', 'InvoicedQuantity|CreditedQuantity', 'SpecifiedLineTradeDelivery/BilledQuantity'),
    term(
      'BT-130',
      'InvoicedQuantity|CreditedQuantity/@unitCode',
      'SpecifiedLineTradeDelivery/BilledQuantity/@unitCode',
    ),
    term(
      'BT-131',
      'LineExtensionAmount',
      'SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount',
    ),
    term(
      'BT-132',
      'OrderLineReference/LineID',
      'SpecifiedLineTradeAgreement/BuyerOrderReferencedDocument/LineID',
    ),
    term(
      'BT-133',
      'AccountingCost',
      'SpecifiedLineTradeSettlement/ReceivableSpecifiedTradeAccountingAccount/ID',
    ),
    term('BT-146', 'Price/PriceAmount', 'SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount'),
    term(
      'BT-147',
      'Price/AllowanceCharge/Amount',
      'SpecifiedLineTradeAgreement/GrossPriceProductTradePrice/AppliedTradeAllowanceCharge/ActualAmount',
    ),
    term(
      'BT-148',
      'Price/AllowanceCharge/BaseAmount',
      'SpecifiedLineTradeAgreement/GrossPriceProductTradePrice/ChargeAmount',
    ),
    term(
      'BT-149',
      'Price/BaseQuantity',
      'SpecifiedLineTradeAgreement/NetPriceProductTradePrice/BasisQuantity',
    ),
    term(
      'BT-151',
      'Item/ClassifiedTaxCategory/ID',
      'SpecifiedLineTradeSettlement/ApplicableTradeTax[TypeCode=VAT]/CategoryCode',
    ),
    term(
      'BT-152',
      'Item/ClassifiedTaxCategory/Percent',
      'SpecifiedLineTradeSettlement/ApplicableTradeTax[TypeCode=VAT]/RateApplicablePercent',
    ),
    term('BT-153', 'Item/Name', 'SpecifiedTradeProduct/Name'),
    term('BT-154', 'Item/Description', 'SpecifiedTradeProduct/Description'),
    term('BT-155', 'Item/SellersItemIdentification/ID', 'SpecifiedTradeProduct/SellerAssignedID'),
    term('BT-156', 'Item/BuyersItemIdentification/ID', 'SpecifiedTradeProduct/BuyerAssignedID'),
    term('BT-157', 'Item/StandardItemIdentification/ID', 'SpecifiedTradeProduct/GlobalID'),
    term(
      'BT-158',
      'Item/CommodityClassification/ItemClassificationCode',
      'SpecifiedTradeProduct/DesignatedProductClassification/ClassCode',
    ),
    term('BT-159', 'Item/OriginCountry/IdentificationCode', 'SpecifiedTradeProduct/OriginTradeCountry/ID'),
  ],
  [
    group('BG-26', 'InvoicePeriod', 'SpecifiedLineTradeSettlement/BillingSpecifiedPeriod', [
      term('BT-134', 'StartDate', 'StartDateTime/DateTimeString'),
      term('BT-135', 'EndDate', 'EndDateTime/DateTimeString'),
    ]),
    lineAdjustment('BG-27', false, ['BT-136', 'BT-137', 'BT-138', 'BT-139', 'BT-140']),
    lineAdjustment('BG-28', true, ['BT-141', 'BT-142', 'BT-143', 'BT-144', 'BT-145']),
    group('BG-32', 'Item/AdditionalItemProperty', 'SpecifiedTradeProduct/ApplicableProductCharacteristic', [
      term('BT-160', 'Name', 'Description'),
      term('BT-161', 'Value', 'Value'),
    ]),
  ],
)
