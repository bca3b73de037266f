// console.table: rows and columns from arrays, objects, maps and sets.
(function (binding, internal) {
  'use strict';
  const isMap = (value) => Object.prototype.toString.call(value) === '[object Map]' && value instanceof Map;
  const isSet = (value) => Object.prototype.toString.call(value) === '[object Set]' && value instanceof Set;
  const isPrimitive = (value) => value === null || (typeof value !== 'object' && typeof value !== 'function');
  // Before Node 20 cells are centered.
  const centered = Number(internal.process.version.slice(1).split('.')[0]) < 20;

  function cellText(value) {
    const wide = value !== null && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length > 2;
    return binding.inspectWith(value, { depth: wide ? -1 : 0, maxArrayLength: 3, breakLength: Infinity });
  }

  function drawn(heads, columns) {
    const height = Math.max(...columns.map((column) => column.length));
    const widths = heads.map((head, at) => {
      let width = binding.displayWidth(head);
      for (let row = 0; row < height; row++) width = Math.max(width, binding.displayWidth(columns[at][row] ?? ''));
      return width + 2;
    });
    const line = (left, middle, right) => left + widths.map((width) => '─'.repeat(width)).join(middle) + right;
    const cell = (text, at) => {
      const room = widths[at] - binding.displayWidth(text);
      const before = centered ? Math.floor(room / 2) : 1;
      return ' '.repeat(before) + text + ' '.repeat(room - before);
    };
    const row = (cells) => `│${cells.map(cell).join('│')}│`;
    const lines = [line('┌', '┬', '┐'), row(heads), line('├', '┼', '┤')];
    for (let at = 0; at < height; at++) lines.push(row(columns.map((column) => column[at] ?? '')));
    lines.push(line('└', '┴', '┘'));
    return lines.join('\n');
  }

  const numbers = (count) => Array.from({ length: count }, (_, at) => String(at));

  function tableText(data, properties) {
    if (isMap(data)) {
      const entries = [...data];
      const sides = [0, 1].map((side) => entries.map((entry) => cellText(entry[side])));
      return drawn(['(iteration index)', 'Key', 'Values'], [numbers(entries.length), ...sides]);
    }
    if (isSet(data)) {
      const values = [...data].map(cellText);
      return drawn(['(iteration index)', 'Values'], [numbers(values.length), values]);
    }
    const rows = Object.keys(data);
    const columns = new Map();
    const values = [];
    let hasValues = false;
    rows.forEach((row, at) => {
      const item = data[row];
      const primitive = isPrimitive(item);
      if (primitive) {
        hasValues = true;
        values[at] = cellText(item);
      }
      for (const key of properties ?? (primitive ? [] : Object.keys(item))) {
        if (!columns.has(key)) columns.set(key, []);
        columns.get(key)[at] = primitive || !internal.hasOwn(item, key) ? '' : cellText(item[key]);
      }
    });
    // Names that are numbers come first, as in any object.
    const order = Object.keys(internal.fromEntries([...columns.keys()].map((key) => [key, true])));
    const heads = ['(index)', ...order];
    const cells = [rows, ...order.map((key) => columns.get(key))];
    if (hasValues) {
      heads.push('Values');
      cells.push(values);
    }
    return drawn(heads, cells);
  }
  internal.modules['internal/cli_table'] = () => ({ tableText });
})
