//# strings outside of the basic plane
const s = '😀'; console.log(s, s.length, [...s].length); const 𝒳 = 1, ünï = 2; console.log(𝒳 + ünï)
//# errors behind characters outside of the basic plane
const s = '😀😀'; /* 😀 */ if (s) { /* é */ null.x }
//# identifiers with escapes
var \u0061b = 1, \u{63} = 2
console.log(ab, c)
const o = { \u0069f: 3 }
console.log(o.if)
//# strings with escapes and continuations
console.log('a\
b', '\u{1F600}', "\x41", '\0')
//# tabs and other white space
	console.log(1)	;console.log(2);　console.log(3)
//# a comment at the end without a line's end
console.log(1) // end
//# comments in odd places
/* a */ console /* b */ . /* c */ log /* d */ ( /* e */ 1 /* f */ ) /* g */
for /* ( */ ( /* ; */ ; ; ) /* { */ { /* } */ break /* ; */ }
if /* ( */ (/* ) */ 1 /* ) */) /* x */ console.log(2) /* else */ ; else /* y */ console.log(3)
return /* r */ ; /* s */
//# comments around arrows and functions
const f = /* a */ ( /* b */ x /* c */ ) /* d */ => /* e */ x /* f */ + 1 /* g */
const g = function /* n */ () /* p */ { /* b */ } /* end */
console.log(f(1), g())
