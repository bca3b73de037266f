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

// Chain 2: ask a database AND THEN filter.
fs.readFile('people.json', 'utf8', (err, json) => {
  const people = JSON.parse(json);
  const adults = people.filter((p) => p.age >= 18);
  console.log('adults:', adults.length);
});

console.log('both are on their way');
