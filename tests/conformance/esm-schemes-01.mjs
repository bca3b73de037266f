for (const n of ['https://x.org/a.js', 'ftp:x', 'c:/x']) try { await import(n); } catch (e) { console.log(e.name, e.code, e.message); }
