import { oneLine } from './oneLine.ts'

/** What a QR-bill may be written in since November 2025 (Implementation Guidelines 2.3): Latin up to Extended-A, Ș ș Ț ț €. */
export const swissCharacters = /^[\u0020-\u007e\u00a0-\u017f\u0218-\u021b\u20ac]*$/u

const plain: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '…': '...',
}

/** One line with the plain sign for each that printers have and a QR-bill has not: `L’Atelier – Genève` in ASCII's marks. */
export const swissLine = (text: string): string =>
  oneLine(text).replace(/[‘’“”„–—…]/g, (sign) => plain[sign] ?? sign)
