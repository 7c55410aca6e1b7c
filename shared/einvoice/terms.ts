import { lineTerms } from './lineTerms.ts'
import { deal, group, indicator, term } from './term.ts'
import type { Group } from './term.ts'

const agreement = `${deal}/ApplicableHeaderTradeAgreement`
const delivery = `${deal}/ApplicableHeaderTradeDelivery`
const settlement = `${deal}/ApplicableHeaderTradeSettlement`
const sums = 'SpecifiedTradeSettlementHeaderMonetarySummation'

const address = (
  id: string,
  ids: readonly [string, string, string, string, string, string, string],
  ubl: string,
): Group =>
  group(id, ubl, 'PostalTradeAddress', [
    term(ids[0], 'StreetName', 'LineOne'),
    term(ids[1], 'AdditionalStreetName', 'LineTwo'),
    term(ids[2], 'AddressLine/Line', 'LineThree'),
    term(ids[3], 'CityName', 'CityName'),
    term(ids[4], 'PostalZone', 'PostcodeCode'),
    term(ids[5], 'CountrySubentity', 'CountrySubDivisionName'),
    term(ids[6], 'Country/IdentificationCode', 'CountryID'),
  ])
const contact = (id: string, name: string, phone: string, mail: string): Group =>
  group(id, 'Contact', 'DefinedTradeContact', [
    term(name, 'Name', 'PersonName|DepartmentName'),
    term(phone, 'Telephone', 'TelephoneUniversalCommunication/CompleteNumber'),
    term(mail, 'ElectronicMail', 'EmailURIUniversalCommunication/URIID'),
  ])

const seller = group(
  'BG-4',
  'AccountingSupplierParty/Party',
  `${agreement}/SellerTradeParty`,
  [
    term('BT-27', 'PartyLegalEntity/RegistrationName', 'Name'),
    term('BT-28', 'PartyName/Name', 'SpecifiedLegalOrganization/TradingBusinessName'),
    term('BT-29', 'PartyIdentification/ID', 'GlobalID|ID'),
    term('BT-30', 'PartyLegalEntity/CompanyID', 'SpecifiedLegalOrganization/ID'),
    term('BT-31', 'PartyTaxScheme[TaxScheme/ID=VAT]/CompanyID', 'SpecifiedTaxRegistration/ID[@schemeID=VA]'),
    term('BT-32', 'PartyTaxScheme[TaxScheme/ID!=VAT]/CompanyID', 'SpecifiedTaxRegistration/ID[@schemeID=FC]'),
    term('BT-33', 'PartyLegalEntity/CompanyLegalForm', 'Description'),
    term('BT-34', 'EndpointID', 'URIUniversalCommunication/URIID'),
  ],
  [
    address('BG-5', ['BT-35', 'BT-36', 'BT-162', 'BT-37', 'BT-38', 'BT-39', 'BT-40'], 'PostalAddress'),
    contact('BG-6', 'BT-41', 'BT-42', 'BT-43'),
  ],
)
const buyer = group(
  'BG-7',
  'AccountingCustomerParty/Party',
  `${agreement}/BuyerTradeParty`,
  [
    term('BT-44', 'PartyLegalEntity/RegistrationName', 'Name'),
    term('BT-45', 'PartyName/Name', 'SpecifiedLegalOrganization/TradingBusinessName'),
    term('BT-46', 'PartyIdentification/ID', 'GlobalID|ID'),
    term('BT-47', 'PartyLegalEntity/CompanyID', 'SpecifiedLegalOrganization/ID'),
    term('BT-48', 'PartyTaxScheme[TaxScheme/ID=VAT]/CompanyID', 'SpecifiedTaxRegistration/ID[@schemeID=VA]'),
    term('BT-49', 'EndpointID', 'URIUniversalCommunication/URIID'),
  ],
  [
    address('BG-8', ['BT-50', 'BT-51', 'BT-163', 'BT-52', 'BT-53', 'BT-54', 'BT-55'], 'PostalAddress'),
    contact('BG-9', 'BT-56', 'BT-57', 'BT-58'),
  ],
)

const adjustment = (
  id: string,
  charge: boolean,
  ids: readonly [string, string, string, string, string, string, string],
) =>
  group(
    id,
    `AllowanceCharge[ChargeIndicator=${indicator(charge)}]`,
    `${settlement}/SpecifiedTradeAllowanceCharge[ChargeIndicator/Indicator=${indicator(charge)}]`,
    [
      term(ids[0], 'Amount', 'ActualAmount'),
      term(ids[1], 'BaseAmount', 'BasisAmount'),
      term(ids[2], 'MultiplierFactorNumeric', 'CalculationPercent'),
      term(ids[3], 'TaxCategory/ID', 'CategoryTradeTax/CategoryCode'),
      term(ids[4], 'TaxCategory/Percent', 'CategoryTradeTax/RateApplicablePercent'),
      term(ids[5], 'AllowanceChargeReason', 'Reason'),
      term(ids[6], 'AllowanceChargeReasonCode', 'ReasonCode'),
    ],
  )
/** The whole invoice or credit note. */
export const invoiceTerms: Group = group(
  'BG-0',
  '',
  '',
  [
    term('BT-1', 'ID', 'ExchangedDocument/ID'),
    term('BT-2', 'IssueDate', 'ExchangedDocument/IssueDateTime/DateTimeString'),
    term('BT-3', 'InvoiceTypeCode|CreditNoteTypeCode', 'ExchangedDocument/TypeCode'),
    term('BT-5', 'DocumentCurrencyCode', `${settlement}/InvoiceCurrencyCode`),
    term('BT-6', 'TaxCurrencyCode', `${settlement}/TaxCurrencyCode`),
    term('BT-7', 'TaxPointDate', `${settlement}/ApplicableTradeTax/TaxPointDate/DateString`),
    term('BT-8', 'InvoicePeriod/DescriptionCode', `${settlement}/ApplicableTradeTax/DueDateTypeCode`),
    term(
      'BT-9',
      'DueDate|PaymentMeans/PaymentDueDate',
      `${settlement}/SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString`,
    ),
    term('BT-10', 'BuyerReference', `${agreement}/BuyerReference`),
    term('BT-11', 'ProjectReference/ID', `${agreement}/SpecifiedProcuringProject/ID`),
    term('BT-12', 'ContractDocumentReference/ID', `${agreement}/ContractReferencedDocument/IssuerAssignedID`),
    term('BT-13', 'OrderReference/ID', `${agreement}/BuyerOrderReferencedDocument/IssuerAssignedID`),
    term(
      'BT-14',
      'OrderReference/SalesOrderID',
      `${agreement}/SellerOrderReferencedDocument/IssuerAssignedID`,
    ),
    term(
      'BT-15',
      'ReceiptDocumentReference/ID',
      `${delivery}/ReceivingAdviceReferencedDocument/IssuerAssignedID`,
    ),
    term(
      'BT-16',
      'DespatchDocumentReference/ID',
      `${delivery}/DespatchAdviceReferencedDocument/IssuerAssignedID`,
    ),
    term(
      'BT-17',
      'OriginatorDocumentReference/ID',
      `${agreement}/AdditionalReferencedDocument[TypeCode=50]/IssuerAssignedID`,
    ),
    term(
      'BT-18',
      'AdditionalDocumentReference[DocumentTypeCode=130]/ID',
      `${agreement}/AdditionalReferencedDocument[TypeCode=130]/IssuerAssignedID`,
    ),
    term('BT-19', 'AccountingCost', `${settlement}/ReceivableSpecifiedTradeAccountingAccount/ID`),
    term('BT-20', 'PaymentTerms/Note', `${settlement}/SpecifiedTradePaymentTerms/Description`),
    term(
      'BT-23',
      'ProfileID',
      'ExchangedDocumentContext/BusinessProcessSpecifiedDocumentContextParameter/ID',
    ),
    term(
      'BT-24',
      'CustomizationID',
      'ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID',
    ),
    term(
      'BT-90',
      'AccountingSupplierParty/Party/PartyIdentification/ID[@schemeID=SEPA]',
      `${settlement}/CreditorReferenceID`,
    ),
  ],
  [
    group('BG-1', 'Note', 'ExchangedDocument/IncludedNote', [
      term('BT-21', '', 'SubjectCode'),
      term('BT-22', '.', 'Content'),
    ]),
    group('BG-3', 'BillingReference/InvoiceDocumentReference', `${settlement}/InvoiceReferencedDocument`, [
      term('BT-25', 'ID', 'IssuerAssignedID'),
      term('BT-26', 'IssueDate', 'FormattedIssueDateTime/DateTimeString'),
    ]),
    seller,
    buyer,
    group('BG-10', 'PayeeParty', `${settlement}/PayeeTradeParty`, [
      term('BT-59', 'PartyName/Name', 'Name'),
      term('BT-60', 'PartyIdentification/ID', 'GlobalID|ID'),
      term('BT-61', 'PartyLegalEntity/CompanyID', 'SpecifiedLegalOrganization/ID'),
    ]),
    group(
      'BG-11',
      'TaxRepresentativeParty',
      `${agreement}/SellerTaxRepresentativeTradeParty`,
      [
        term('BT-62', 'PartyName/Name', 'Name'),
        term('BT-63', 'PartyTaxScheme/CompanyID', 'SpecifiedTaxRegistration/ID[@schemeID=VA]'),
      ],
      [address('BG-12', ['BT-64', 'BT-65', 'BT-164', 'BT-66', 'BT-67', 'BT-68', 'BT-69'], 'PostalAddress')],
    ),
    group(
      'BG-13',
      'Delivery',
      delivery,
      [
        term('BT-70', 'DeliveryParty/PartyName/Name', 'ShipToTradeParty/Name'),
        term('BT-71', 'DeliveryLocation/ID', 'ShipToTradeParty/GlobalID|ID'),
        term(
          'BT-72',
          'ActualDeliveryDate',
          'ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString',
        ),
      ],
      [
        {
          ...address(
            'BG-15',
            ['BT-75', 'BT-76', 'BT-165', 'BT-77', 'BT-78', 'BT-79', 'BT-80'],
            'DeliveryLocation/Address',
          ),
          cii: 'ShipToTradeParty/PostalTradeAddress',
        },
      ],
    ),
    group('BG-14', 'InvoicePeriod', `${settlement}/BillingSpecifiedPeriod`, [
      term('BT-73', 'StartDate', 'StartDateTime/DateTimeString'),
      term('BT-74', 'EndDate', 'EndDateTime/DateTimeString'),
    ]),
    group('BG-16', 'PaymentMeans', `${settlement}/SpecifiedTradeSettlementPaymentMeans`, [
      term('BT-81', 'PaymentMeansCode', 'TypeCode'),
      term('BT-82', 'PaymentMeansCode/@name', 'Information'),
      term('BT-83', 'PaymentID', '^/PaymentReference'),
      term('BT-84', 'PayeeFinancialAccount/ID', 'PayeePartyCreditorFinancialAccount/IBANID|ProprietaryID'),
      term('BT-85', 'PayeeFinancialAccount/Name', 'PayeePartyCreditorFinancialAccount/AccountName'),
      term(
        'BT-86',
        'PayeeFinancialAccount/FinancialInstitutionBranch/ID',
        'PayeeSpecifiedCreditorFinancialInstitution/BICID',
      ),
      term('BT-87', 'CardAccount/PrimaryAccountNumberID', 'ApplicableTradeSettlementFinancialCard/ID'),
      term('BT-88', 'CardAccount/HolderName', 'ApplicableTradeSettlementFinancialCard/CardholderName'),
      term('BT-89', 'PaymentMandate/ID', '^/SpecifiedTradePaymentTerms/DirectDebitMandateID'),
      term('BT-91', 'PaymentMandate/PayerFinancialAccount/ID', 'PayerPartyDebtorFinancialAccount/IBANID'),
    ]),
    adjustment('BG-20', false, ['BT-92', 'BT-93', 'BT-94', 'BT-95', 'BT-96', 'BT-97', 'BT-98']),
    adjustment('BG-21', true, ['BT-99', 'BT-100', 'BT-101', 'BT-102', 'BT-103', 'BT-104', 'BT-105']),
    group('BG-22', 'LegalMonetaryTotal', `${settlement}/${sums}`, [
      term('BT-106', 'LineExtensionAmount', 'LineTotalAmount'),
      term('BT-107', 'AllowanceTotalAmount', 'AllowanceTotalAmount'),
      term('BT-108', 'ChargeTotalAmount', 'ChargeTotalAmount'),
      term('BT-109', 'TaxExclusiveAmount', 'TaxBasisTotalAmount'),
      term('BT-110', '^/TaxTotal[TaxSubtotal]/TaxAmount', 'TaxTotalAmount'),
      term('BT-112', 'TaxInclusiveAmount', 'GrandTotalAmount'),
      term('BT-113', 'PrepaidAmount', 'TotalPrepaidAmount'),
      term('BT-114', 'PayableRoundingAmount', 'RoundingAmount'),
      term('BT-115', 'PayableAmount', 'DuePayableAmount'),
    ]),
    group('BG-23', 'TaxTotal/TaxSubtotal', `${settlement}/ApplicableTradeTax`, [
      term('BT-116', 'TaxableAmount', 'BasisAmount'),
      term('BT-117', 'TaxAmount', 'CalculatedAmount'),
      term('BT-118', 'TaxCategory/ID', 'CategoryCode'),
      term('BT-119', 'TaxCategory/Percent', 'RateApplicablePercent'),
      term('BT-120', 'TaxCategory/TaxExemptionReason', 'ExemptionReason'),
      term('BT-121', 'TaxCategory/TaxExemptionReasonCode', 'ExemptionReasonCode'),
    ]),
    group(
      'BG-24',
      'AdditionalDocumentReference[DocumentTypeCode!=130]',
      `${agreement}/AdditionalReferencedDocument[TypeCode=916]`,
      [
        term('BT-122', 'ID', 'IssuerAssignedID'),
        term('BT-123', 'DocumentDescription', 'Name'),
        term('BT-124', 'Attachment/ExternalReference/URI', 'URIID'),
        term(
          'BT-125',
          'Attachment/EmbeddedDocumentBinaryObject/@filename',
          'AttachmentBinaryObject/@filename',
        ),
      ],
    ),
    lineTerms,
  ],
)
