// Every piece in every state that exists, on one page: the look is judged and tested here.
import { FormPieces } from './gallery-forms.tsx'
import { layoutText } from './gallery-samples.ts'
import { StatePieces } from './gallery-states.tsx'
import { WorkPieces } from './gallery-work.tsx'
import { Layout } from './layout.tsx'
import type { Lang, Theme } from './masthead.tsx'
import { PageHead } from './page-head.tsx'

export type GalleryPageProps = {
  lang: Lang
  theme: Theme
  csrf: string | null
  assets: { css: string; js: string }
  /** Name of an accent in accents.css. */
  accent?: string | undefined
  path?: string | undefined
}

/** The whole document, ready for `renderPage`. Its texts are Indonesian, whatever the language of the reader. */
export const galleryPage = ({ theme, csrf, assets, accent, path }: GalleryPageProps) => (
  <Layout
    lang="id"
    title="Galeri"
    theme={theme}
    agency={{ name: 'Dinas Komunikasi dan Informatika Kabupaten Demak', short: 'Dinkominfo Demak', accent }}
    nav={[
      { href: '#berkas', label: 'Pekerjaan', current: true, count: 5, countLabel: 'menunggu Anda' },
      { href: '#keadaan', label: 'Keadaan' },
      { href: '#formulir', label: 'Formulir' },
      { href: '#kertas', label: 'Kertas' },
      { href: '#dasar', label: 'Dasar' },
    ]}
    person={{
      name: 'Petugas Contoh',
      hat: 'Plt. Sekretaris',
      hats: [
        { key: 'sekretaris.plt', label: 'Plt. Sekretaris', isWorn: true },
        { key: 'kabid', label: 'Kepala Bidang', note: 'mewakili Pejabat Contoh', isWorn: false },
      ],
    }}
    demo
    csrf={csrf}
    flash={{ tone: 'good', word: 'Berhasil', message: 'Disposisi tersimpan dan diteruskan kepada Kepala Bidang.' }}
    path={path}
    text={layoutText}
    footerLinks={[{ href: '#privasi', label: 'Privasi' }]}
    assets={assets}
  >
    <Gallery />
  </Layout>
)

export const Gallery = () => (
  <>
    <PageHead
      kicker="Galeri"
      title="Bahasa rupa MIPP"
      lead="Semua potongan dalam semua keadaannya, seperti yang dipakai di halaman."
    />
    <WorkPieces />
    <StatePieces />
    <FormPieces />
  </>
)
