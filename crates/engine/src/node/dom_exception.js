// DOMException: an error by its prototype, with a name that has a number.
(function (binding, internal) {
  'use strict';
  const { ERR_INVALID_THIS: invalidThis } = internal.errors.codes;
  const NAMES = ['IndexSize', 'DOMStringSize', 'HierarchyRequest', 'WrongDocument', 'InvalidCharacter', 'NoDataAllowed',
    'NoModificationAllowed', 'NotFound', 'NotSupported', 'InUseAttribute', 'InvalidState', 'Syntax', 'InvalidModification',
    'Namespace', 'InvalidAccess', 'Validation', 'TypeMismatch', 'Security', 'Network', 'Abort', 'URLMismatch', 'QuotaExceeded',
    'Timeout', 'InvalidNodeType', 'DataClone'];
  const CONSTANTS = ['INDEX_SIZE', 'DOMSTRING_SIZE', 'HIERARCHY_REQUEST', 'WRONG_DOCUMENT', 'INVALID_CHARACTER', 'NO_DATA_ALLOWED',
    'NO_MODIFICATION_ALLOWED', 'NOT_FOUND', 'NOT_SUPPORTED', 'INUSE_ATTRIBUTE', 'INVALID_STATE', 'SYNTAX', 'INVALID_MODIFICATION',
    'NAMESPACE', 'INVALID_ACCESS', 'VALIDATION', 'TYPE_MISMATCH', 'SECURITY', 'NETWORK', 'ABORT', 'URL_MISMATCH', 'QUOTA_EXCEEDED',
    'TIMEOUT', 'INVALID_NODE_TYPE', 'DATA_CLONE'];
  const UNUSED = ['DOMStringSizeError', 'NoDataAllowedError', 'ValidationError'];

  class DOMException {
    #message;
    #name;
    constructor(message = '', options = 'Error') {
      const detailed = options && typeof options === 'object';
      this.#message = `${message}`;
      this.#name = detailed ? `${options.name}` : `${options}`;
      Error.captureStackTrace(this);
      if (detailed && 'cause' in options) {
        Object.defineProperty(this, 'cause', { value: options.cause, configurable: true, writable: true, enumerable: false });
      }
    }
    get name() {
      if (!(#name in this)) throw invalidThis('DOMException');
      return this.#name;
    }
    get message() {
      if (!(#name in this)) throw invalidThis('DOMException');
      return this.#message;
    }
    get code() {
      if (!(#name in this)) throw invalidThis('DOMException');
      return UNUSED.includes(this.#name) ? 0 : NAMES.findIndex((name) => `${name}Error` === this.#name) + 1;
    }
  }
  const proto = DOMException.prototype;
  Object.setPrototypeOf(proto, Error.prototype);
  Object.defineProperty(proto, Symbol.toStringTag, { configurable: true, value: 'DOMException' });
  for (const name of ['name', 'message', 'code']) Object.defineProperty(proto, name, { enumerable: true });
  CONSTANTS.forEach((name, at) => {
    const constant = { enumerable: true, value: at + 1 };
    Object.defineProperty(DOMException, `${name}_ERR`, constant);
    Object.defineProperty(proto, `${name}_ERR`, constant);
  });
  internal.modules['internal/dom_exception'] = () => ({ DOMException });
})
