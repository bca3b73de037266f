// The posix half of Node's path module.
(function (binding, internal) {
  'use strict';
  const { invalidArgType, refuseMissing } = internal;

  function check(value, name) {
    if (typeof value !== 'string') throw invalidArgType(name, 'of type string', value);
  }
  function clean(path, absolute) {
    const parts = [];
    for (const part of path.split('/')) {
      if (part === '' || part === '.') continue;
      if (part !== '..') parts.push(part);
      else if (parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop();
      else if (!absolute) parts.push('..');
    }
    return parts.join('/');
  }
  const path = {
    sep: '/',
    delimiter: ':',
    isAbsolute(value) {
      check(value, 'path');
      return value.startsWith('/');
    },
    normalize(value) {
      check(value, 'path');
      if (value === '') return '.';
      const absolute = value.startsWith('/');
      let result = clean(value, absolute);
      if (result === '' && !absolute) result = '.';
      if (result !== '' && value.endsWith('/')) result += '/';
      return absolute ? `/${result}` : result;
    },
    join(...parts) {
      for (const part of parts) check(part, 'path');
      const joined = parts.filter((part) => part !== '').join('/');
      return joined === '' ? '.' : path.normalize(joined);
    },
    resolve(...parts) {
      let result = '';
      for (const part of parts.reverse()) {
        check(part, 'path');
        if (part === '') continue;
        result = result === '' ? part : `${part}/${result}`;
        if (part.startsWith('/')) break;
      }
      if (!result.startsWith('/')) result = `${internal.process.cwd()}/${result}`;
      return `/${clean(result, true)}`;
    },
    relative(from, to) {
      const a = path.resolve(from).split('/').filter(Boolean);
      const b = path.resolve(to).split('/').filter(Boolean);
      let same = 0;
      while (same < a.length && same < b.length && a[same] === b[same]) same++;
      return [...a.slice(same).fill('..'), ...b.slice(same)].join('/');
    },
    dirname(value) {
      check(value, 'path');
      const trimmed = value.replace(/\/+$/, '');
      const at = trimmed.lastIndexOf('/');
      if (at < 0) return trimmed === '' && value !== '' ? '/' : '.';
      return trimmed.slice(0, at).replace(/\/+$/, '') || '/';
    },
    basename(value, suffix) {
      if (suffix !== undefined) check(suffix, 'suffix');
      check(value, 'path');
      const base = value.replace(/\/+$/, '').split('/').pop();
      if (suffix !== undefined && base !== suffix && base.endsWith(suffix)) return base.slice(0, base.length - suffix.length);
      return base;
    },
    extname(value) {
      const base = path.basename(value);
      const at = base.lastIndexOf('.');
      return at <= 0 || base === '..' ? '' : base.slice(at);
    },
    parse(value) {
      check(value, 'path');
      const base = path.basename(value);
      const ext = path.extname(value);
      const root = value.startsWith('/') ? '/' : '';
      const trimmed = value.replace(/\/+$/, '');
      const at = trimmed.lastIndexOf('/');
      const dir = at < 0 ? '' : at === 0 ? '/' : trimmed.slice(0, at);
      return { root, dir: dir || root, base, ext, name: base.slice(0, base.length - ext.length) };
    },
    format({ root = '', dir, base, name = '', ext = '' }) {
      const file = base || `${name}${ext === '' || ext.startsWith('.') ? ext : `.${ext}`}`;
      if (!dir) return `${root}${file}`;
      return dir === root ? `${dir}${file}` : `${dir}/${file}`;
    },
    toNamespacedPath(value) { return value; },
  };
  path.posix = path;
  path.win32 = { sep: '\\', delimiter: ';', posix: path };
  path.win32.win32 = path.win32;
  refuseMissing(path.win32, 'path.win32.', Object.keys(path).filter((key) => typeof path[key] === 'function'), 'use path.posix');
  internal.modules.path = () => path;
  internal.modules['path/posix'] = () => path;
  internal.modules['path/win32'] = () => path.win32;
})
