// What we use of subset-font; the published types do not know `keepFeatures` yet.
declare module 'subset-font' {
  type Options = {
    targetFormat: 'woff2'
    variationAxes: Record<string, { min: number; max: number }>
    /** Tags of OpenType features; the others go, with the shapes that only they use. */
    keepFeatures: readonly string[]
  }
  const subsetFont: (font: Buffer, text: string, options: Options) => Promise<Buffer>
  export = subsetFont
}
