const m = process.memoryUsage(); console.log(Object.keys(m), Object.values(m).every((n) => n > 0), process.memoryUsage.rss() > 0);
const c = process.cpuUsage(); console.log(Object.keys(c), process.cpuUsage(c).user >= 0); console.log(process.umask().toString(8), typeof process.getuid(), process.hrtime().length, typeof process.hrtime.bigint(), process.uptime() > 0);
console.log(typeof process.pid, process.platform, process.argv.length, process.exitCode, process.release.name, typeof process.versions.node);
process.stdout.write('written\n', () => console.log('callback')); process.nextTick(() => console.log('tick')); process.exitCode = 3;
try { process.nextTick(5); } catch (e) { console.log(e.code); } try { process.hrtime(5); } catch (e) { console.log(e.code, e.message); } try { process.emitWarning(5); } catch (e) { console.log(e.code); }
