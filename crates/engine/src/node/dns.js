// dns: names of this host, and of the hosts that the scenario defines.
(function (binding, internal) {
  'use strict';
  const { nodeError, invalidArgType, validateFunction, process } = internal;

  internal.modules.dns = () => {
    const { isIP } = internal.require('internal/net_addresses');
    const ERRNO = { ENOTFOUND: -3008 };
    let order = 'verbatim';

    function failure(code, syscall, hostname) {
      const error = new Error(`${syscall} ${code}${hostname ? ` ${hostname}` : ''}`);
      error.errno = ERRNO[code];
      error.code = code;
      error.syscall = syscall;
      if (hostname) error.hostname = hostname;
      return error;
    }
    // The addresses of a name; null if there is none.
    function addressesOf(hostname, family) {
      const found = binding.hostAddress(hostname);
      if (found === undefined) {
        binding.refuse(`the host '${hostname}'`, `define it in the scenario: "host ${hostname} GET /: 200 text"`);
      }
      if (found === null || (family === 6 && isIP(found) !== 6) || (family === 4 && isIP(found) !== 4)) return null;
      return [{ address: found, family: isIP(found) }];
    }
    function lookup(hostname, options, callback) {
      let family = 0;
      let all = false;
      if (hostname) internal.validators.validateString(hostname, 'hostname');
      if (typeof options === 'function') {
        [options, callback] = [{}, options];
      } else if (typeof options === 'number') {
        validateFunction(callback, 'callback');
        family = options;
      } else if (options !== undefined && typeof options !== 'object') {
        validateFunction(arguments.length === 2 ? options : callback, 'callback');
        throw invalidArgType('options', 'of type integer or object', options);
      } else {
        validateFunction(callback, 'callback');
        family = { IPv4: 4, IPv6: 6 }[options?.family] ?? options?.family ?? 0;
        all = options?.all ?? false;
      }
      if (family !== 0 && family !== 4 && family !== 6) {
        throw nodeError(TypeError, 'ERR_INVALID_ARG_VALUE',
          `The ${typeof options === 'object' ? "property 'options.family'" : "argument 'family'"} must be one of: 0, 4, 6. Received ${binding.inspect(family, 2)}`);
      }
      if (!hostname) {
        process.nextTick(callback, null, all ? [] : null, all ? undefined : family === 6 ? 6 : 4);
        return {};
      }
      const literal = isIP(hostname);
      if (literal) {
        if (all) process.nextTick(callback, null, [{ address: hostname, family: literal }]);
        else process.nextTick(callback, null, hostname, literal);
        return {};
      }
      const addresses = addressesOf(hostname, family);
      binding.poolWait('dns.lookup', hostname, () => {
        if (addresses === null) callback(failure('ENOTFOUND', 'getaddrinfo', hostname));
        else if (all) callback(null, addresses);
        else callback(null, addresses[0].address, addresses[0].family);
      });
      return {};
    }
    Object.defineProperty(lookup, Symbol.for('nodejs.util.promisify.custom'), {
      value: (hostname, options) => promises.lookup(hostname, options), configurable: true,
    });
    function lookupPromise(hostname, options) {
      return new Promise((resolve, reject) => {
        const settings = typeof options === 'number' ? { family: options } : options ?? {};
        lookup(hostname, settings, (error, address, family) => {
          if (error) reject(error);
          else resolve(settings.all ? address : { address, family });
        });
      });
    }
    // Questions to a name server go by the network and not through the pool.
    function resolve(hostname, type, callback) {
      if (typeof type === 'function') [type, callback] = ['A', type];
      validateFunction(callback, 'callback');
      internal.validators.validateString(hostname, 'name');
      if (type !== 'A' && type !== 'AAAA') binding.refuse(`dns.resolve of ${type}`, 'use dns.lookup');
      const addresses = addressesOf(hostname, type === 'A' ? 4 : 6);
      binding.networkWait('dns.resolve', hostname, () => {
        if (addresses === null) callback(failure('ENOTFOUND', type === 'A' ? 'queryA' : 'queryAaaa', hostname));
        else callback(null, addresses.map(({ address }) => address));
      });
    }
    const asPromise = (fn, type) => (hostname) => new Promise((ok, fail) => fn(hostname, type, (error, value) => (error ? fail(error) : ok(value))));
    const promises = {
      lookup: lookupPromise,
      resolve: (hostname, type = 'A') => asPromise(resolve, type)(hostname),
      resolve4: asPromise(resolve, 'A'),
      resolve6: asPromise(resolve, 'AAAA'),
      getDefaultResultOrder: () => order,
      setDefaultResultOrder: (value) => { order = value; },
    };
    const dns = {
      lookup,
      resolve,
      resolve4: (hostname, callback) => resolve(hostname, 'A', callback),
      resolve6: (hostname, callback) => resolve(hostname, 'AAAA', callback),
      getDefaultResultOrder: () => order,
      setDefaultResultOrder(value) { order = value; },
      ADDRCONFIG: 32, ALL: 16, V4MAPPED: 8,
    };
    const errors = ['NODATA', 'FORMERR', 'SERVFAIL', 'NOTFOUND', 'NOTIMP', 'REFUSED', 'BADQUERY', 'BADNAME', 'BADFAMILY', 'BADRESP', 'CONNREFUSED',
      'TIMEOUT', 'EOF', 'FILE', 'NOMEM', 'DESTRUCTION', 'BADSTR', 'BADFLAGS', 'NONAME', 'BADHINTS', 'NOTINITIALIZED', 'LOADIPHLPAPI',
      'ADDRGETNETWORKPARAMS', 'CANCELLED'];
    for (const name of errors) dns[name] = promises[name] = name === 'EOF' ? name : `E${name}`;
    const missing = ['lookupService', 'Resolver', 'getServers', 'setServers', 'reverse', 'resolveAny', 'resolveCaa', 'resolveCname',
      'resolveMx', 'resolveNaptr', 'resolveNs', 'resolvePtr', 'resolveSoa', 'resolveSrv', 'resolveTxt'];
    internal.refuseMissing(dns, 'dns.', missing, 'use dns.lookup');
    internal.refuseMissing(promises, 'dns.promises.', missing, 'use dns.promises.lookup');
    Object.defineProperty(dns, 'promises', { enumerable: true, configurable: true, get: () => promises });
    return dns;
  };
  internal.modules['dns/promises'] = () => internal.require('dns').promises;
})
