// Dates and numbers as `en-US` in UTC writes them, and the forms of dates that V8 reads. Other locales and the options
// that are not named here are refused.
(function (binding, internal) {
  'use strict';
  const define = (object, name, value) =>
    Object.defineProperty(object, name, { value, writable: true, configurable: true, enumerable: false });
  const HINT = 'use en-US, or build the text yourself';
  function check(what, locales, options, known) {
    for (const locale of internal.flattened([locales])) {
      if (locale !== undefined && locale !== 'en-US' && locale !== 'en') binding.refuse(`${what} of the locale ${String(locale)}`, HINT);
    }
    for (const [name, value] of Object.entries(options ?? {})) {
      if (value !== undefined && !known(name, value)) binding.refuse(`the option ${name} of ${what}`, HINT);
    }
  }

  // The shortest digits of a number, without an exponent.
  function plainDigits(number) {
    const [digits, exponent] = String(number).split('e');
    if (exponent === undefined) return digits;
    const [whole, fraction = ''] = digits.split('.');
    const point = whole.length + Number(exponent);
    const all = whole + fraction;
    if (point <= 0) return `0.${'0'.repeat(-point)}${all}`;
    return point >= all.length ? all.padEnd(point, '0') : `${all.slice(0, point)}.${all.slice(point)}`;
  }
  // Halves are rounded away from zero.
  function round(text, least, most) {
    let [whole, fraction = ''] = text.split('.');
    if (fraction.length > most) {
      const up = fraction[most] >= '5';
      let digits = whole + fraction.slice(0, most);
      if (up) digits = String(BigInt(digits) + 1n).padStart(digits.length, '0');
      whole = digits.slice(0, digits.length - most);
      fraction = digits.slice(digits.length - most);
    }
    while (fraction.length > least && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
    fraction = fraction.padEnd(least, '0');
    return [whole, fraction];
  }
  const CURRENCIES = { USD: ['$', 2], EUR: ['€', 2], GBP: ['£', 2], JPY: ['¥', 0] };
  const STYLES = ['decimal', 'percent', 'currency'];
  const isDigits = (value) => Number.isInteger(value) && value >= 0 && value <= 20;
  function numberText(what, value, locales, options) {
    check(what, locales, options, (name, given) =>
      (name === 'style' && STYLES.includes(given)) || (name === 'currency' && internal.hasOwn(CURRENCIES, given)) ||
      (/^(minimum|maximum)FractionDigits$/.test(name) && isDigits(given)) || (name === 'useGrouping' && typeof given === 'boolean'));
    const { style = 'decimal', currency, minimumFractionDigits, maximumFractionDigits, useGrouping = true } = options ?? {};
    if (style === 'currency' && currency === undefined) throw new TypeError('Currency code is required with currency style.');
    const [sign, usual] = style === 'currency' ? CURRENCIES[currency] : ['', 0];
    const most = style === 'decimal' ? 3 : usual;
    const least = minimumFractionDigits ?? Math.min(usual, maximumFractionDigits ?? usual);
    const limit = maximumFractionDigits ?? Math.max(most, least);
    if (least > limit) throw new RangeError('maximumFractionDigits value is out of range.');
    const isNegative = value < 0 || Object.is(value, -0);
    let text;
    if (Number.isNaN(value)) text = 'NaN';
    else if (value === Infinity || value === -Infinity) text = '∞';
    else {
      let digits = plainDigits(typeof value === 'bigint' ? (value < 0n ? -value : value) : Math.abs(value));
      if (style === 'percent') {
        const [whole, fraction = ''] = digits.split('.');
        const moved = fraction.padEnd(2, '0');
        digits = `${BigInt(whole + moved.slice(0, 2))}.${moved.slice(2)}`;
      }
      const [whole, fraction] = round(digits, least, limit);
      text = (useGrouping ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole) + (fraction === '' ? '' : `.${fraction}`);
    }
    return `${isNegative && text !== 'NaN' ? '-' : ''}${sign}${text}${style === 'percent' ? '%' : ''}`;
  }
  const numberOf = Number.prototype.valueOf;
  const bigintOf = BigInt.prototype.valueOf;
  define(Number.prototype, 'toLocaleString', function toLocaleString(locales = undefined, options = undefined) {
    return numberText('Number.prototype.toLocaleString', numberOf.call(this), locales, options);
  });
  define(BigInt.prototype, 'toLocaleString', function toLocaleString(locales = undefined, options = undefined) {
    return numberText('BigInt.prototype.toLocaleString', bigintOf.call(this), locales, options);
  });
  for (const proto of [Array.prototype, Object.getPrototypeOf(Uint8Array.prototype)]) {
    define(proto, 'toLocaleString', function toLocaleString(locales = undefined, options = undefined) {
      return Array.from(this, (item) => (item == null ? '' : item.toLocaleString(locales, options))).join(',');
    });
  }

  const original = Date;
  const two = (number) => String(number).padStart(2, '0');
  function dateText(what, date, locales, options, parts) {
    check(what, locales, options, (name, value) => (name === 'timeZone' && value === 'UTC') || (name === 'hour12' && typeof value === 'boolean'));
    if (Number.isNaN(date.getTime())) return 'Invalid Date';
    const texts = [];
    if (parts !== 'time') texts.push(`${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`);
    if (parts !== 'date') {
      const hours = date.getUTCHours();
      const rest = `${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
      if (options?.hour12 === false) texts.push(`${hours === 0 ? '24' : two(hours)}:${rest}`);
      else texts.push(`${hours % 12 || 12}:${rest} ${hours < 12 ? 'AM' : 'PM'}`);
    }
    return texts.join(', ');
  }
  const locals = { toLocaleString: 'both', toLocaleDateString: 'date', toLocaleTimeString: 'time' };
  for (const [name, parts] of Object.entries(locals)) {
    define(Date.prototype, name, { [name](locales = undefined, options = undefined) {
      return dateText(`Date.prototype.${name}`, this, locales, options, parts);
    } }[name]);
  }
  const ZONE = ' (Coordinated Universal Time)';
  for (const name of ['toString', 'toTimeString']) {
    const plain = Date.prototype[name];
    define(Date.prototype, name, { [name]() {
      const text = plain.call(this);
      return text === 'Invalid Date' ? text : text + ZONE;
    } }[name]);
  }

  const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
  const TIME = /\b(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(?:\s*([ap]m)\b)?/i;
  // What is no date of the standard's format: a month by its name or three numbers, with or without a time and a zone.
  function freeText(text) {
    let rest = ` ${text.replace(/\([^)]*\)/g, ' ')} `;
    const take = (pattern) => {
      const match = pattern.exec(rest);
      if (match) rest = rest.replace(match[0], ' ');
      return match;
    };
    const time = take(TIME);
    const zone = take(/\b(?:GMT|UTC|Z)?\s*([+-])(\d{2}):?(\d{2})\b/i);
    take(/\b(?:GMT|UTC|Z)\b/i);
    take(/\b(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*\b/i);
    const word = take(new RegExp(`\\b(${MONTHS.join('|')})[a-z]*\\b`, 'i'));
    const numbers = rest.match(/\d+/g) ?? [];
    if (/[^\d\s,/.-]/.test(rest)) return NaN;
    let [year, month, day] = [];
    if (word) {
      month = MONTHS.indexOf(word[1].toLowerCase());
      if (numbers.length === 2) [day, year] = numbers[0].length > 2 ? [numbers[1], numbers[0]] : numbers;
      else if (numbers.length === 1) [day, year] = numbers[0].length > 2 ? ['1', numbers[0]] : [numbers[0], '2001'];
      else return NaN;
    } else if (numbers.length === 3) {
      [year, month, day] = numbers[0].length > 2 ? numbers : [numbers[2], numbers[0], numbers[1]];
      month -= 1;
    } else {
      return NaN;
    }
    year = Number(year) + (String(year).length < 3 ? (Number(year) < 50 ? 2000 : 1900) : 0);
    let [hours, minutes, seconds, fraction] = [0, 0, 0, 0];
    if (time) {
      [hours, minutes, seconds] = [Number(time[1]), Number(time[2]), Number(time[3] ?? 0)];
      fraction = Number((time[4] ?? '').padEnd(3, '0'));
      if (time[5] !== undefined) {
        if (hours < 1 || hours > 12) return NaN;
        hours = hours % 12 + (time[5].toLowerCase() === 'pm' ? 12 : 0);
      }
    }
    if (month < 0 || month > 11 || day < 1 || day > 31 || hours > 24 || minutes > 59 || seconds > 59) return NaN;
    const offset = zone ? (zone[1] === '-' ? 1 : -1) * (Number(zone[2]) * 60 + Number(zone[3])) : 0;
    return original.UTC(year, month, Number(day), hours, minutes + offset, seconds, fraction);
  }
  const standard = original.parse;
  function parse(text) {
    text = `${text}`;
    const time = standard(text);
    return Number.isNaN(time) ? freeText(text) : time;
  }
  function NewDate(...args) {
    if (new.target === undefined) return new original().toString();
    if (args.length === 1) {
      let [value] = args;
      if (typeof value === 'object' && value !== null && binding.brand(value) !== 'Date') {
        const convert = value[Symbol.toPrimitive];
        value = typeof convert === 'function' ? Reflect.apply(convert, value, ['default']) : typeof value.valueOf() === 'object' ? `${value}` : value.valueOf();
      }
      args = [typeof value === 'string' ? parse(value) : value];
    }
    return Reflect.construct(original, args, new.target);
  }
  Object.defineProperty(NewDate, 'name', { value: 'Date', configurable: true });
  Object.defineProperty(NewDate, 'length', { value: 7, configurable: true });
  Object.defineProperty(NewDate, 'prototype', { value: original.prototype });
  define(original.prototype, 'constructor', NewDate);
  define(NewDate, 'now', original.now);
  define(NewDate, 'parse', parse);
  define(NewDate, 'UTC', original.UTC);
  define(globalThis, 'Date', NewDate);
})
