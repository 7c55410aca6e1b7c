import app from '#resources/locales/en/app.json'
import backups from '#resources/locales/en/backups.json'
import business from '#resources/locales/en/business.json'
import changes from '#resources/locales/en/changes.json'
import documents from '#resources/locales/en/documents.json'
import invoices from '#resources/locales/en/invoices.json'
import find from '#resources/locales/en/find.json'
import clients from '#resources/locales/en/clients.json'
import firstStart from '#resources/locales/en/firstStart.json'
import formats from '#resources/locales/en/formats.json'
import home from '#resources/locales/en/home.json'
import imports from '#resources/locales/en/imports.json'
import issued from '#resources/locales/en/issued.json'
import lists from '#resources/locales/en/lists.json'
import main from '#resources/locales/en/main.json'
import paper from '#resources/locales/en/paper.json'
import palette from '#resources/locales/en/palette.json'
import payment from '#resources/locales/en/payment.json'
import products from '#resources/locales/en/products.json'
import record from '#resources/locales/en/record.json'
import recovery from '#resources/locales/en/recovery.json'
import refusals from '#resources/locales/en/refusals.json'
import rules from '#resources/locales/en/rules.json'
import sales from '#resources/locales/en/sales.json'
import settings from '#resources/locales/en/settings.json'
import shortcuts from '#resources/locales/en/shortcuts.json'
import treatments from '#resources/locales/en/treatments.json'
import ui from '#resources/locales/en/ui.json'

/** Every sentence a person reads, by namespace. */
export const english = {
  app,
  backups,
  business,
  changes,
  clients,
  documents,
  invoices,
  find,
  firstStart,
  formats,
  home,
  imports,
  issued,
  lists,
  main,
  palette,
  paper,
  payment,
  products,
  record,
  recovery,
  refusals,
  rules,
  sales,
  settings,
  shortcuts,
  treatments,
  ui,
}
