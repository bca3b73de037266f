// Gives the engine the text of a file of the library, which is fetched when it is first asked for: most programs need none
// of it. A worker made of a blob has no address of its own: `glue` is that of this file.
function libraryText(name) {
  if (typeof libraryTexts === 'undefined') {
    try {
      importScripts(new URL('LIBRARY', self.glue));
    } catch {
      throw new Error('the library of Node’s modules could not be loaded: reload the page, or run again when there is a network');
    }
  }
  return libraryTexts[name];
}
