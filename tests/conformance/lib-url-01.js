const show = (f) => { try { console.log(f()); } catch (e) { console.log(e.name, e.code, e.message, e.input, e.base); } };
const u = new URL('https://user:p%40ss@Example.COM:8080/a/./b/../c%20d/ü?x=1&y=a b&x=2#frag');
console.log(u, String(u), JSON.stringify({ u }));
for (const [input, base] of [['../x/y', 'http://a.com/b/c/d'], ['//other.com/z', 'https://a.com'], ['?q', 'http://a.com/p?x#h'], ['#f', 'http://a.com/p?x#h'], ['', 'http://a.com/p?x#h'], ['http:foo', 'http://a.com/b/'], ['HTTP://A.com:80'], ['https://a.com:443/'], ['http://a.com:81'], ['file:///tmp/a b.txt'], ['file:../x', 'file:///a/b/c'], ['mailto:me@x.org?subject=hi'], ['data:text/plain,hi there'], ['javascript:alert(1)'], ['http://[2001:db8:0:0:0:0:0:1]:3000/'], ['http://0x7f.1/'], ['http://192.168.257'], ['http://a b.com'], ['nope'], ['/x'], ['http://'], ['http://a.com:99999'], ['http://1.2.3.4.5'], ['http://a.com/%zz%41'], ['  http://trim.me  '], ['ht\ntp://x.com'], ['foo://Bar/baz/../q'], ['foo:/a/../b'], ['http://a.com\\b\\c'], ['http://a.com?q\'"<>#`'], ['http://[::1'], ['http://a.com/..'], ['./b', 'nope'], ['wss://x.y/socket'], ['http://user@/x'], ['http://256.256.256.256']])
  show(() => (base === undefined ? new URL(input) : new URL(input, base)).href);
const m = new URL('http://a.com/x');
m.port = '8080'; m.pathname = 'new path'; m.search = 'k=v w'; m.hash = 'h'; m.protocol = 'https'; m.username = 'bob'; m.hostname = 'b.org'; console.log(m.href, m.origin, m.host);
m.searchParams.append('z', 'ä&='); console.log(m.search, m.href); m.searchParams.delete('k'); m.search = ''; console.log(m.href, [...m.searchParams]); m.host = 'c.org:99'; m.port = ''; m.href = 'http://d.e/f?g=h'; console.log(m.searchParams.get('g'), m.href);
console.log(URL.canParse('x:y'), URL.canParse('/x'), URL.canParse('/x', 'http://a'), Object.keys(m), m instanceof URL, Object.prototype.toString.call(m), [m], { url: { deep: { er: m } } });
show(() => new URL()); show(() => { m.href = 'bad'; });
