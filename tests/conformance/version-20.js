// names that came with some version
const has = (object, names) => names.filter((name) => name in object).join();
console.log(has(Promise, ['allSettled', 'any', 'withResolvers', 'try']));
console.log(has(Object, ['fromEntries', 'hasOwn', 'groupBy']), has(Map, ['groupBy']));
console.log(has(Array, ['fromAsync']), has(Array.prototype, ['flat', 'at', 'findLast', 'toSorted', 'with']));
console.log(has(Set.prototype, ['union', 'isSubsetOf']), has(Map.prototype, ['getOrInsert']));
console.log(has(String.prototype, ['matchAll', 'replaceAll', 'at', 'isWellFormed']));
console.log(has(Math, ['f16round', 'sumPrecise']), has(RegExp, ['escape']), has(Error, ['isError']));
console.log(has(Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())), ['map', 'take', 'toArray']));
console.log(has(Uint8Array, ['fromBase64']), has(Uint8Array.prototype, ['toHex']), has(ArrayBuffer.prototype, ['transfer', 'resize']));
