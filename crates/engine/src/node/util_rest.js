// What of util few programs need: parseArgs, parseEnv, the table of system errors.
(function (binding, internal) {
  'use strict';
  const { invalidArgType, nodeError, outOfRange, process } = internal;
  const { codes } = internal.errors;
  const { validateArray, validateBoolean, validateNumber, validateObject, validateString } = internal.validators;
  const own = (object, name) => (internal.hasOwn(object, name) ? object[name] : undefined);

  // libuv's errors on Linux: number, name, text.
  const SYSTEM_ERRORS =
    '7 E2BIG argument list too long|13 EACCES permission denied|98 EADDRINUSE address already in use|' +
    '99 EADDRNOTAVAIL address not available|97 EAFNOSUPPORT address family not supported|' +
    '11 EAGAIN resource temporarily unavailable|3000 EAI_ADDRFAMILY address family not supported|' +
    '3001 EAI_AGAIN temporary failure|3002 EAI_BADFLAGS bad ai_flags value|3013 EAI_BADHINTS invalid value for hints|' +
    '3003 EAI_CANCELED request canceled|3004 EAI_FAIL permanent failure|3005 EAI_FAMILY ai_family not supported|' +
    '3006 EAI_MEMORY out of memory|3007 EAI_NODATA no address|3008 EAI_NONAME unknown node or service|' +
    '3009 EAI_OVERFLOW argument buffer overflow|3014 EAI_PROTOCOL resolved protocol is unknown|' +
    '3010 EAI_SERVICE service not available for socket type|3011 EAI_SOCKTYPE socket type not supported|' +
    '114 EALREADY connection already in progress|9 EBADF bad file descriptor|16 EBUSY resource busy or locked|' +
    '125 ECANCELED operation canceled|4080 ECHARSET invalid Unicode character|' +
    '103 ECONNABORTED software caused connection abort|111 ECONNREFUSED connection refused|' +
    '104 ECONNRESET connection reset by peer|89 EDESTADDRREQ destination address required|' +
    '17 EEXIST file already exists|14 EFAULT bad address in system call argument|27 EFBIG file too large|' +
    '113 EHOSTUNREACH host is unreachable|4 EINTR interrupted system call|22 EINVAL invalid argument|5 EIO i/o error|' +
    '106 EISCONN socket is already connected|21 EISDIR illegal operation on a directory|' +
    '40 ELOOP too many symbolic links encountered|24 EMFILE too many open files|90 EMSGSIZE message too long|' +
    '36 ENAMETOOLONG name too long|100 ENETDOWN network is down|101 ENETUNREACH network is unreachable|' +
    '23 ENFILE file table overflow|105 ENOBUFS no buffer space available|19 ENODEV no such device|' +
    '2 ENOENT no such file or directory|12 ENOMEM not enough memory|64 ENONET machine is not on the network|' +
    '92 ENOPROTOOPT protocol not available|28 ENOSPC no space left on device|38 ENOSYS function not implemented|' +
    '107 ENOTCONN socket is not connected|20 ENOTDIR not a directory|39 ENOTEMPTY directory not empty|' +
    '88 ENOTSOCK socket operation on non-socket|95 ENOTSUP operation not supported on socket|' +
    '75 EOVERFLOW value too large for defined data type|1 EPERM operation not permitted|32 EPIPE broken pipe|' +
    '71 EPROTO protocol error|93 EPROTONOSUPPORT protocol not supported|91 EPROTOTYPE protocol wrong type for socket|' +
    '34 ERANGE result too large|30 EROFS read-only file system|' +
    '108 ESHUTDOWN cannot send after transport endpoint shutdown|29 ESPIPE invalid seek|3 ESRCH no such process|' +
    '110 ETIMEDOUT connection timed out|26 ETXTBSY text file is busy|18 EXDEV cross-device link not permitted|' +
    '4094 UNKNOWN unknown error|4095 EOF end of file|6 ENXIO no such device or address|31 EMLINK too many links|' +
    '112 EHOSTDOWN host is down|121 EREMOTEIO remote I/O error|25 ENOTTY inappropriate ioctl for device|' +
    '4028 EFTYPE inappropriate file type or format|84 EILSEQ illegal byte sequence|' +
    '94 ESOCKTNOSUPPORT socket type not supported|61 ENODATA no data available|' +
    '49 EUNATCH protocol driver not attached';
  let errorMap;
  function getSystemErrorMap() {
    errorMap ??= new Map(SYSTEM_ERRORS.split('|').map((line) => {
      const [number, name, ...words] = line.split(' ');
      return [-number, [name, words.join(' ')]];
    }));
    return errorMap;
  }
  function getSystemErrorName(number) {
    validateNumber(number, 'err');
    if (number >= 0 || !Number.isSafeInteger(number)) throw outOfRange('err', 'a negative integer', number);
    return getSystemErrorMap().get(number)?.[0] ?? `Unknown system error ${number}`;
  }

  const wrongValue = (text) => nodeError(TypeError, 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE', text);
  function validateList(value, name, each) {
    validateArray(value, name);
    value.forEach((one, at) => each(one, `${name}[${at}]`));
  }
  function validateOption(name, option) {
    const path = `options.${name}`;
    validateObject(option, path);
    const type = own(option, 'type');
    if (type !== 'string' && type !== 'boolean') throw invalidArgType(`${path}.type`, "('string|boolean')", type);
    if (internal.hasOwn(option, 'short')) {
      validateString(option.short, `${path}.short`);
      if (option.short.length !== 1) throw codes.ERR_INVALID_ARG_VALUE(`${path}.short`, option.short, 'must be a single character');
    }
    if (internal.hasOwn(option, 'multiple')) validateBoolean(option.multiple, `${path}.multiple`);
    const value = own(option, 'default');
    if (value === undefined) return;
    const validate = type === 'string' ? validateString : validateBoolean;
    if (own(option, 'multiple')) validateList(value, `${path}.default`, validate);
    else validate(value, `${path}.default`);
  }

  // The arguments one by one: options with their values, positionals, and where options end.
  function tokensOf(args, options) {
    const typeOf = (name) => (internal.hasOwn(options, name) ? own(options[name], 'type') : undefined);
    const longOf = (short) => Object.entries(options).find(([, option]) => own(option, 'short') === short)?.[0] ?? short;
    const tokens = [];
    const rest = [...args];
    let index = -1;
    let grouped = 0;
    while (rest.length > 0) {
      const arg = rest.shift();
      if (grouped > 0) grouped--;
      else index++;
      const option = (name, rawName, value, inlineValue) => tokens.push({ kind: 'option', name, rawName, index, value, inlineValue });
      // The value of an option may be the next argument.
      const alone = (name) => {
        if (typeOf(name) === 'string' && rest[0] != null) {
          option(name, arg, rest.shift(), false);
          index++;
        } else {
          option(name, arg, undefined, undefined);
        }
      };
      if (arg === '--') {
        tokens.push({ kind: 'option-terminator', index });
        for (const value of rest) tokens.push({ kind: 'positional', index: ++index, value });
        break;
      }
      const isShort = arg.startsWith('-') && !arg.startsWith('--') && arg.length > 1;
      if (isShort && arg.length === 2) {
        alone(longOf(arg[1]));
      } else if (isShort && typeOf(longOf(arg[1])) !== 'string') {
        // -abc is -a -b -c; what follows one that takes a value is its value.
        const parts = [];
        for (let at = 1; at < arg.length; at++) {
          if (typeOf(longOf(arg[at])) === 'string' && at < arg.length - 1) {
            parts.push(`-${arg.slice(at)}`);
            break;
          }
          parts.push(`-${arg[at]}`);
        }
        rest.unshift(...parts);
        grouped = parts.length;
      } else if (isShort) {
        option(longOf(arg[1]), arg.slice(0, 2), arg.slice(2), true);
      } else if (arg.startsWith('--') && arg.length > 2) {
        const equals = arg.indexOf('=', 3);
        if (equals < 0) alone(arg.slice(2));
        else option(arg.slice(2, equals), arg.slice(0, equals), arg.slice(equals + 1), true);
      } else {
        tokens.push({ kind: 'positional', index, value: arg });
      }
    }
    return tokens;
  }

  function checkUsage(token, { options, allowPositionals, allowNegative }) {
    let { name } = token;
    if (!internal.hasOwn(options, name)) {
      const positive = allowNegative && name.startsWith('no-') ? name.slice(3) : undefined;
      if (positive === undefined || !internal.hasOwn(options, positive) || own(options[positive], 'type') !== 'boolean') {
        const hint = allowPositionals ? `. To specify a positional argument starting with a '-', place it at the end of the command after '--', as in '-- ${JSON.stringify(token.rawName)}` : '';
        throw nodeError(TypeError, 'ERR_PARSE_ARGS_UNKNOWN_OPTION', `Unknown option '${token.rawName}'${hint}`);
      }
      name = positive;
    }
    const short = own(options[name], 'short');
    const shown = `${short ? `-${short}, ` : ''}--${name}`;
    if (own(options[name], 'type') === 'string' && typeof token.value !== 'string') throw wrongValue(`Option '${shown} <value>' argument missing`);
    if (own(options[name], 'type') === 'boolean' && token.value != null) throw wrongValue(`Option '${shown}' does not take an argument`);
    if (!token.inlineValue && token.value != null && token.value.length > 1 && token.value.startsWith('-')) {
      const example = token.rawName.startsWith('--') ? `'${token.rawName}=-XYZ'` : `'--${token.name}=-XYZ' or '${token.rawName}-XYZ'`;
      throw wrongValue(`Option '${token.rawName}' argument is ambiguous.\nDid you forget to specify the option argument for ` +
        `'${token.rawName}'?\nTo specify an option argument starting with a dash use ${example}.`);
    }
  }

  function parseArgs(config = {}) {
    const args = own(config, 'args') ?? process.argv.slice(2);
    const strict = own(config, 'strict') ?? true;
    const allowPositionals = own(config, 'allowPositionals') ?? !strict;
    const withTokens = own(config, 'tokens') ?? false;
    const allowNegative = (internal.major >= 20 ? own(config, 'allowNegative') : undefined) ?? false;
    const options = own(config, 'options') ?? Object.create(null);
    validateArray(args, 'args');
    for (const [name, value] of Object.entries({ strict, allowPositionals, tokens: withTokens, allowNegative })) validateBoolean(value, name);
    validateObject(options, 'options');
    for (const [name, option] of Object.entries(options)) validateOption(name, option);
    const tokens = tokensOf(args, options);
    const result = { values: Object.create(null), positionals: [] };
    if (withTokens) result.tokens = tokens;
    for (const token of tokens) {
      if (token.kind === 'positional') {
        if (!allowPositionals) {
          throw nodeError(TypeError, 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL',
            `Unexpected argument '${token.value}'. This command does not take positional arguments`);
        }
        result.positionals.push(token.value);
      }
      if (token.kind !== 'option') continue;
      if (strict) checkUsage(token, { options, allowPositionals, allowNegative });
      if (token.name === '__proto__') continue;
      let value = token.value ?? true;
      if (allowNegative && token.name.startsWith('no-') && token.value === undefined) {
        token.name = token.name.slice(3);
        value = false;
      }
      const { values } = result;
      if (internal.hasOwn(options, token.name) && own(options[token.name], 'multiple')) (values[token.name] ??= []).push(value);
      else values[token.name] = value;
    }
    for (const [name, option] of Object.entries(options)) {
      const value = own(option, 'default');
      if (value !== undefined && result.values[name] === undefined && name !== '__proto__') result.values[name] = value;
    }
    return result;
  }

  // The lines of a .env file: NAME=value, quotes of three sorts, comments.
  const LINE = /^\s*(?:export\s+)?([\w.-]+)\s*=[^\S\n]*("(?:[^"])*"|'[^']*'|`[^`]*`|[^\n]*)/gm;
  function parseEnv(content) {
    validateString(content, 'content');
    const env = internal.major >= 26 ? Object.create(null) : {};
    const text = content.replace(/\r\n?/g, '\n');
    LINE.lastIndex = 0;
    for (let found = LINE.exec(text); found !== null; found = LINE.exec(text)) {
      const [, name, raw] = found;
      const quote = raw[0];
      if (raw.length > 1 && '"\'`'.includes(quote) && raw.endsWith(quote)) {
        const text = raw.slice(1, -1);
        env[name] = quote === '"' ? text.replace(/\\n/g, '\n') : text;
      } else {
        env[name] = raw.replace(/#.*$/, '').trim();
      }
    }
    return env;
  }

  internal.modules['internal/util_rest'] = () => ({ getSystemErrorMap, getSystemErrorName, parseArgs, parseEnv });
})
