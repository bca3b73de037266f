// path.win32: paths with drives, shares and separators of both kinds.
(function (binding, internal) {
  'use strict';
  const { invalidArgType, major, process } = internal;
  const SEPS = /[\\/]/;
  const END = /[\\/]+$/;
  // What Windows takes for a device, wherever it stands.
  const RESERVED = /^(con|prn|aux|nul|(com|lpt)[1-9\xb9\xb2\xb3])$/i;

  function check(value, name) {
    if (typeof value !== 'string') throw invalidArgType(name, 'of type string', value);
  }
  const isReserved = (path, colon) => major >= 20 && RESERVED.test(path.slice(0, colon));

  // The share or drive at the beginning, how long it is with the separator that makes it absolute, and whether it is.
  function rootOf(path) {
    const share = /^[\\/]{2}([^\\/]+)[\\/]+([^\\/]+)/.exec(path);
    if (share) {
      if (major >= 20 && (share[1] === '.' || share[1] === '?')) {
        binding.refuse('a path of a Windows device', 'use a path with a drive');
      }
      return { device: `\\\\${share[1]}\\${share[2]}`, end: share[0].length, absolute: true, share: true };
    }
    if (SEPS.test(path[0] ?? '')) return { device: undefined, end: 1, absolute: true };
    if (/^[a-z]:/i.test(path)) {
      const absolute = SEPS.test(path[2] ?? '');
      return { device: path.slice(0, 2), end: absolute ? 3 : 2, absolute };
    }
    return { device: undefined, end: 0, absolute: false };
  }
  function clean(path, above) {
    const parts = [];
    for (const part of path.split(SEPS)) {
      if (part === '' || part === '.') continue;
      if (part !== '..') parts.push(part);
      else if (parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop();
      else if (above) parts.push('..');
    }
    return parts.join('\\');
  }
  // Where the last part of a path begins and ends; what is before `from` does not count.
  function lastPart(path, from) {
    const end = from + path.slice(from).replace(END, '').length;
    const rest = path.slice(from, end);
    const start = from + Math.max(rest.lastIndexOf('\\'), rest.lastIndexOf('/')) + 1;
    return [start, end];
  }
  function extensionOf(base) {
    const at = base.lastIndexOf('.');
    return at <= 0 || base === '..' ? '' : base.slice(at);
  }
  // A root as dirname and parse take it: with the separator behind a share.
  function placeOf(path) {
    const root = rootOf(path);
    return root.share && root.end < path.length ? root.end + 1 : root.end;
  }

  const win32 = {
    isAbsolute(path) {
      check(path, 'path');
      return /^([\\/]|[a-z]:[\\/])/i.test(path);
    },
    normalize(path) {
      check(path, 'path');
      if (path.length === 0) return '.';
      if (path.length === 1) return path === '/' ? '\\' : path;
      let { device, end, absolute, share } = rootOf(path);
      if (share && end === path.length) return `${device}\\`;
      const colon = path.indexOf(':');
      if (device === undefined && !absolute && colon > 0 && isReserved(path, colon)) {
        device = path.slice(0, colon + 1);
        end = colon + 1;
      }
      let tail = clean(path.slice(end), !absolute);
      if (tail === '' && !absolute) tail = '.';
      if (tail !== '' && END.test(path)) tail += '\\';
      // It must not become what Windows takes for a drive.
      if (!absolute && device === undefined && (colon >= 0 && /^[a-z]:/i.test(tail) || /:([\\/]|$)/.test(path))) return `.\\${tail}`;
      if (isReserved(path, colon)) return `.\\${device ?? ''}${tail}`;
      return `${device ?? ''}${absolute ? '\\' : ''}${tail}`;
    },
    join(...parts) {
      for (const part of parts) check(part, 'path');
      const given = parts.filter((part) => part !== '');
      if (given.length === 0) return '.';
      let joined = given.join('\\');
      if (!/^[\\/]{2}[^\\/]/.test(given[0])) joined = joined.replace(/^[\\/]{2,}/, '\\');
      const device = (part) => part.includes(':') && isReserved(part, part.indexOf(':'));
      if (major >= 22 && joined.split('\\').some(device)) return joined.replace(/\//g, '\\');
      return win32.normalize(joined);
    },
    resolve(...parts) {
      let device = '';
      let tail = '';
      let absolute = false;
      for (let at = parts.length - 1; at >= -1 && !(absolute && device !== ''); at -= 1) {
        const path = at < 0 ? process.cwd() : parts[at];
        if (at >= 0) check(path, major < 18 ? 'path' : `paths[${at}]`);
        if (path === '') continue;
        if (at < 0 && device === '' && major >= 22 && (parts.length === 0 || parts.length === 1 && (parts[0] === '' || parts[0] === '.'))) {
          return path.replace(/\//g, '\\');
        }
        const root = rootOf(path);
        if (root.device !== undefined) {
          if (device !== '' && device.toLowerCase() !== root.device.toLowerCase()) continue;
          device ||= root.device;
        }
        if (absolute) continue;
        tail = `${path.slice(root.end)}\\${tail}`;
        ({ absolute } = root);
      }
      return `${device}${absolute ? '\\' : ''}${clean(tail, !absolute)}` || '.';
    },
    relative(from, to) {
      check(from, 'from');
      check(to, 'to');
      if (from === to) return '';
      const target = win32.resolve(to);
      const [before, behind] = [win32.resolve(from), target].map((path) => path.split('\\').filter((part) => part !== ''));
      let same = 0;
      while (same < before.length && same < behind.length && before[same].toLowerCase() === behind[same].toLowerCase()) same += 1;
      if (same === 0 && before.length > 0 && behind.length > 0) return target;
      return [...before.slice(same).fill('..'), ...behind.slice(same)].join('\\');
    },
    dirname(path) {
      check(path, 'path');
      if (path.length <= 1) return SEPS.test(path) ? path : '.';
      const root = placeOf(path);
      const [start] = lastPart(path, root);
      if (start > root) return path.slice(0, start - 1);
      return root === 0 ? '.' : path.slice(0, root);
    },
    basename(path, suffix) {
      if (suffix !== undefined) check(suffix, 'suffix');
      check(path, 'path');
      const [start, end] = lastPart(path, /^[a-z]:/i.test(path) ? 2 : 0);
      return internal.withoutSuffix(path, start, path.slice(start, end), suffix);
    },
    extname(path) {
      check(path, 'path');
      return extensionOf(win32.basename(path));
    },
    parse(path) {
      check(path, 'path');
      const place = path.length === 1 && !SEPS.test(path) ? 0 : placeOf(path);
      const [start, end] = lastPart(path, place);
      const base = path.slice(start, end);
      const ext = extensionOf(base);
      const root = path.slice(0, place);
      return { root, dir: start > place ? path.slice(0, start - 1) : root, base, ext, name: base.slice(0, base.length - ext.length) };
    },
    format(pathObject) { return internal.formatPath('\\', pathObject); },
    toNamespacedPath(path) {
      if (typeof path !== 'string' || path === '') return path;
      const resolved = win32.resolve(path);
      if (resolved.length <= 2) return path;
      if (/^\\\\[^?.]/.test(resolved)) return `\\\\?\\UNC\\${resolved.slice(2)}`;
      if (/^[a-z]:\\/i.test(resolved)) return `\\\\?\\${resolved}`;
      return major < 20 ? path : resolved;
    },
  };
  internal.modules['internal/path_win32'] = () => win32;
})
