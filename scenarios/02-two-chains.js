/* ---
title: Two chains of work, neither waits for the other
about: Read a file and then print it; ask a database and then filter. Both are started at once. Which one is done first is not promised.
file notes.txt: Buy sugar.
file people.json: [{ "name": "Ann", "age": 31 }, { "name": "Ben", "age": 15 }, { "name": "Cem", "age": 44 }]
latency fs.readFile notes.txt: 6
latency fs.readFile people.json: 4
--- */
const fs = require('fs');

// Chain 1: read a file AND THEN print it.
fs.readFile('notes.txt', 'utf8', (err, text) => {
  console.log('the note says:', text);
});

// Chain 2: ask the "database" AND THEN filter by age.
fs.readFile('people.json', 'utf8', (err, json) => {
  const adults = JSON.parse(json).filter((person) => person.age >= 18);
  console.log('adults:', adults.map((person) => person.name).join(', '));
});

console.log('both are on their way');
