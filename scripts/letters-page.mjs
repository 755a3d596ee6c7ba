// The page docs/letters.md: a list of all kinds of paper, each with its picture.
const SHAPES = {
  fixed: 'susunan tetap, bagian dari program / fixed layout, part of the program',
  correspondence: 'bentuk surat, dengan alamat tujuan / with an addressee',
  titled: 'bentuk berjudul, dengan nomor / with a title and a number',
  form: 'formulir atau surat intern / a form or an internal letter',
}

export const pictureName = (name, number) => (number === 1 ? `${name}.png` : `${name}-${number}.png`)

export const picturesOf = (name, pages) => Array.from({ length: pages }, (_, index) => pictureName(name, index + 1))

/** @param made how many pages each kind has with its sample */
export const lettersPage = (kinds, made) =>
  [
    '# Surat / Letters',
    '',
    'Made by `npm run letters` from `catalogue/letters`, `catalogue/demak/letters` and the sample in each file; not edited by hand.',
    'How a template is written: [writing-a-letter.md](writing-a-letter.md).',
    '',
    ...kinds.map(({ name, title }) => `- [${title}](#${name})`),
    ...kinds.flatMap(({ name, title, shape }) => [
      '',
      `## <a id="${name}"></a>${title}`,
      '',
      `\`${name}\`: ${SHAPES[shape]}`,
      '',
      picturesOf(name, made[name]?.pages ?? 1)
        .map((file, index) => `![${title}${index === 0 ? '' : `, halaman ${index + 1}`}](letters/${file})`)
        .join('\n'),
    ]),
    '',
  ].join('\n')
