// Object mode and async iteration; breaking out destroys.
const { Readable } = require('stream');
async function main() {
  const people = Readable.from([{ id: 1 }, { id: 2 }, { id: 3 }]);
  people.on('close', () => console.log('people closed'));
  for await (const { id } of people) {
    console.log('person', id);
    if (id === 2) break;
  }
  console.log(people.destroyed);
  const bad = new Readable({ read() { this.destroy(new Error('cannot read')); } });
  try { for await (const x of bad) console.log(x); } catch (e) { console.log(e.message); }
}
main().then(() => console.log('over'));
