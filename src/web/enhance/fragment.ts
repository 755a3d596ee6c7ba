// Reads HTML that our own server sent, without running anything in it.
export const parsePage = (html: string): Document => new DOMParser().parseFromString(html, 'text/html')
