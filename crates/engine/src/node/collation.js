// String.prototype.localeCompare as the root collation has it (also that of en-US), for texts of ASCII: what weighs first is
// the letter, only then its case.
(function (binding, internal) {
  'use strict';
  const ORDER = '\t\n\u000b\f\r _-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz';
  const HINT = 'compare with < and >';
  const isDigit = (letter) => letter >= '0' && letter <= '9';

  // The weights of a text, a number or, for the digits of a number, a list each; control characters have none.
  function weights(text, numeric) {
    const list = [];
    for (let at = 0; at < text.length; at++) {
      if (numeric && isDigit(text[at])) {
        const from = at;
        while (at + 1 < text.length && isDigit(text[at + 1])) at++;
        const digits = text.slice(from, at + 1).replace(/^0+/, '');
        list.push([ORDER.indexOf('0'), digits.length, digits]);
        continue;
      }
      if (text[at] > '\u007f') binding.refuse('localeCompare of letters beyond ASCII', HINT);
      const weight = ORDER.indexOf(text[at].toLowerCase());
      if (weight >= 0) list.push([weight, 0, '']);
    }
    return list;
  }
  function compareLists(a, b) {
    for (let at = 0; at < a.length && at < b.length; at++) {
      for (let level = 0; level < 3; level++) {
        if (a[at][level] !== b[at][level]) return a[at][level] < b[at][level] ? -1 : 1;
      }
    }
    return Math.sign(a.length - b.length);
  }
  const cases = (text) => [...text].filter((letter) => /[a-z]/i.test(letter)).map((letter) => [letter < 'a' ? 1 : 0, 0, '']);

  function chosen(locales, options) {
    for (const locale of [].concat(locales)) {
      if (locale !== undefined && !/^en(-US)?$/.test(locale)) binding.refuse(`localeCompare of the locale ${String(locale)}`, HINT);
    }
    const { sensitivity = 'variant', numeric = false, caseFirst = 'false', usage = 'sort', ...others } = Object(options ?? {});
    const known = { sensitivity: ['base', 'accent', 'case', 'variant'], caseFirst: ['upper', 'lower', 'false'], usage: ['sort', 'search'] };
    for (const [name, value] of Object.entries({ sensitivity, caseFirst, usage })) {
      if (!known[name].includes(String(value))) {
        throw new RangeError(`Value ${value} out of range for String.prototype.localeCompare options property ${name}`);
      }
    }
    for (const [name, value] of Object.entries({ ...others, ...(usage === 'search' && { usage }) })) {
      if (value !== undefined) binding.refuse(`the option ${name} of localeCompare`, HINT);
    }
    return { sensitivity, numeric, upperFirst: caseFirst === 'upper' };
  }
  function localeCompare(one, other, locales, options) {
    const { sensitivity, numeric, upperFirst } = chosen(locales, options);
    if (one === other) return 0;
    const first = compareLists(weights(one, numeric), weights(other, numeric));
    if (first !== 0 || sensitivity === 'base' || sensitivity === 'accent') return first;
    const second = compareLists(cases(one), cases(other));
    return upperFirst ? 0 - second : second;
  }
  internal.modules['internal/collation'] = () => ({ localeCompare });
})
