// Whether one written value has the shape that its field or column asks for; empty values are judged elsewhere.
import { isDay } from '../clock/instant.ts'
import { type Sentence, sentence } from '../sentence.ts'
import type { Column, Field } from './field-schema.ts'

type Told = Sentence | null

/** What a value is judged by: a field, or a column of a table. */
type Asked = { type: Column['type'] | 'email' | 'phone' | 'mailbox-name'; options?: Column['options'] }

/** @returns what is wrong with it, or null */
export const shapeFault = ({ type, options = [] }: Asked, value: string): Told => {
  switch (type) {
    case 'text':
      return value.length > 500 ? sentence('Paling panjang 500 huruf.', '500 characters at most.') : null
    case 'choice':
      return options.some((option) => option.value === value)
        ? null
        : sentence('Pilih salah satu yang tersedia.', 'Choose one of the options.')
    case 'date':
      return isDay(value)
        ? null
        : sentence('Tulis tanggal yang benar, misalnya 2026-11-20.', 'Write a real date, for example 2026-11-20.')
    case 'time':
      return TIME.test(value)
        ? null
        : sentence(
            'Tulis jam 00.00 sampai 23.59, misalnya 09.30.',
            'Write a time from 00:00 to 23:59, for example 09:30.',
          )
    case 'number':
      return numberOf(value) === null
        ? sentence('Tulis angka, misalnya 12 atau -18,5.', 'Write a number, for example 12 or -18.5.')
        : null
    case 'url':
      return isHttpUrl(value)
        ? null
        : sentence(
            'Tulis alamat lengkap yang dimulai dengan https://.',
            'Write a full address that begins with https://.',
          )
    case 'ip':
      return isIpAddress(value)
        ? null
        : sentence(
            'Tulis alamat IP yang benar, misalnya 203.0.113.10.',
            'Write a real IP address, for example 203.0.113.10.',
          )
    case 'email':
      return EMAIL.test(value)
        ? null
        : sentence(
            'Tulis alamat surel yang benar, misalnya nama@instansi.go.id.',
            'Write a real e-mail address, for example name@agency.go.id.',
          )
    case 'phone':
      return isPhone(value)
        ? null
        : sentence('Tulis nomor telepon dengan 6 sampai 16 angka.', 'Write a telephone number with 6 to 16 digits.')
    case 'mailbox-name':
      return MAILBOX.test(value)
        ? null
        : sentence(
            'Tulis bagian depan alamat: 3 sampai 30 huruf kecil atau angka, boleh titik dan tanda hubung di tengah; misalnya dinas.arsip.',
            'Write the part before the @: 3 to 30 lower-case letters or digits, dots and hyphens in between; for example dinas.arsip.',
          )
    case 'coordinates':
      return isPlace(value)
        ? null
        : sentence(
            'Tulis lintang lalu bujur dalam derajat desimal, misalnya -6.8943, 110.6386.',
            'Write latitude, then longitude in decimal degrees, for example -6.8943, 110.6386.',
          )
  }
}

type NumberField = Extract<Field, { type: 'number' }>

/** A number beyond what can be written at all. */
export const limitsFault = ({ limits, unit }: NumberField, value: string): Told => {
  const number = numberOf(value)
  if (number === null || isWithin(number, limits)) return null
  const range = rangeWords(limits)
  const of = unit ? ` ${unit}` : ''
  return sentence(`Nilainya harus ${range.id}${of}.`, `It must be ${range.en}${of}.`)
}

/** @returns whether a measurement lies where the procedure expects it */
export const isAsExpected = ({ expected }: NumberField, value: string): boolean => {
  const number = numberOf(value)
  return number === null || isWithin(number, expected)
}

/** A decimal comma is what people write. */
export const numberOf = (value: string): number | null =>
  /^[-−]?\d{1,12}([.,]\d{1,6})?$/.test(value) ? Number(value.replace('−', '-').replace(',', '.')) : null

type Limits = { min?: number | undefined; max?: number | undefined } | undefined

const isWithin = (number: number, limits: Limits): boolean =>
  number >= (limits?.min ?? Number.NEGATIVE_INFINITY) && number <= (limits?.max ?? Number.POSITIVE_INFINITY)

export const rangeWords = (limits: Limits): Sentence => {
  const { min, max } = limits ?? {}
  if (min !== undefined && max !== undefined) return sentence(`${min} sampai ${max}`, `${min} to ${max}`)
  if (min !== undefined) return sentence(`paling sedikit ${min}`, `${min} at least`)
  return sentence(`paling banyak ${max}`, `${max} at most`)
}

const TIME = /^([01]\d|2[0-3])[:.][0-5]\d$/
const MAILBOX = /^(?=.{3,30}$)[a-z0-9]+([.-][a-z0-9]+)*$/
export const EMAIL = /^[^\s@<>"(),:;\\]{1,64}@(?!-)[a-z0-9-]+(?<!-)(\.(?!-)[a-z0-9-]+(?<!-))+$/i

export const isPhone = (value: string): boolean => {
  const digits = value.replaceAll(/\D/g, '').length
  return /^\+?[\d ()-]+$/.test(value) && digits >= 6 && digits <= 16
}

const isPlace = (value: string): boolean => placeOf(value) !== null

/** Latitude and longitude in decimal degrees, as they were written. */
export const placeOf = (value: string): { latitude: string; longitude: string } | null => {
  const [, latitude, longitude] = /^(-?\d{1,2}(?:\.\d{1,8})?)[,;]? +(-?\d{1,3}(?:\.\d{1,8})?)$/.exec(value) ?? []
  if (latitude === undefined || longitude === undefined) return null
  return Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180 ? { latitude, longitude } : null
}

const isHttpUrl = (value: string): boolean => {
  const url = URL.parse(value)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && value.length <= 2000
}

export const isIpAddress = (value: string): boolean => isIpv4(value) || isIpv6(value)

const isIpv4 = (value: string): boolean => {
  const parts = value.split('.')
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
}

/** The platform's URL parser knows IPv6; only the brackets are ours. */
const isIpv6 = (value: string): boolean =>
  /^[0-9a-f:.]+$/i.test(value) && value.includes(':') && URL.canParse(`http://[${value}]/`)
