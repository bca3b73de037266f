// The posix half of Node's path module; the other half is loaded when it is first used.
(function (binding, internal) {
  'use strict';
  const { invalidArgType } = internal;

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
  // A base name without a suffix. Node reads both from their ends: a suffix that goes on where the name begins leaves all of the path.
  function withoutSuffix(path, start, base, suffix) {
    if (!suffix || suffix.length > path.length) return base;
    if (suffix === path) return '';
    if (base.length < suffix.length && suffix.endsWith(base)) return path.slice(start);
    return base !== suffix && base.endsWith(suffix) ? base.slice(0, base.length - suffix.length) : base;
  }
  internal.withoutSuffix = withoutSuffix;
  internal.formatPath = (sep, parts) => {
    internal.validators.validateObject(parts, 'pathObject');
    const { ext } = parts;
    const dot = ext && internal.major >= 20 && ext[0] !== '.' ? '.' : '';
    const base = parts.base || `${parts.name || ''}${dot}${ext || ''}`;
    const dir = parts.dir || parts.root;
    if (!dir) return base;
    return dir === parts.root ? `${dir}${base}` : `${dir}${sep}${base}`;
  };

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
      for (let at = parts.length - 1; at >= 0; at -= 1) {
        const part = parts[at];
        check(part, internal.major < 18 ? 'path' : `paths[${at}]`);
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
      const trimmed = value.replace(/\/+$/, '');
      const start = trimmed.lastIndexOf('/') + 1;
      return withoutSuffix(value, start, trimmed.slice(start), suffix);
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
    format(pathObject) { return internal.formatPath('/', pathObject); },
    toNamespacedPath(value) { return value; },
  };
  path.posix = path;
  path.win32 = { sep: '\\', delimiter: ';', posix: path };
  path.win32.win32 = path.win32;
  for (const name of ['resolve', 'normalize', 'isAbsolute', 'join', 'relative', 'toNamespacedPath', 'dirname', 'basename', 'extname', 'format', 'parse']) {
    const method = path[name];
    path.win32[name] = { [name](...args) { return internal.require('internal/path_win32')[name](...args); } }[name];
    Object.defineProperty(path.win32[name], 'length', { value: method.length });
  }
  internal.modules.path = () => path;
  internal.modules['path/posix'] = () => path;
  internal.modules['path/win32'] = () => path.win32;
})
