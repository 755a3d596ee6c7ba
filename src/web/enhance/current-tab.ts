// On a telephone the tabs go on beyond the edge: the one that is open is brought into sight.
export const showCurrentTab = (page: Document): void => {
  const tab = page.querySelector<HTMLElement>('.tab[aria-current]')
  const strip = tab?.closest<HTMLElement>('.tabs')
  if (tab && strip) strip.scrollLeft = tab.offsetLeft - strip.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2
}
