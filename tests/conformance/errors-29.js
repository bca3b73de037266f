// Names before they are initialised, also where a function closes over them.
const told = (f) => { try { f(); } catch (error) { console.log(error.name, error.message); } };

told(() => early);
let early = 1;
told(() => early);

function later() { return inner + 1; }
told(later);
const inner = 2;
told(later);

{
  told(() => block.x);
  const block = { x: 1 };
}

class First { static made = (() => { try { return new Second(); } catch (error) { return error.message; } })(); }
class Second {}
console.log(First.made);

told(() => notThere);
told(() => notThere.at.all());
told(() => { outer(); var outer = 1; });

function defaults(a = b, b) { return a; }
told(() => defaults());
console.log(defaults(1, 2));

setTimeout(() => told(() => nowhere), 1);
setTimeout(() => { told(() => soon); const soon = 1; }, 2);
(async () => { await null; told(() => waits); const waits = 1; })();
