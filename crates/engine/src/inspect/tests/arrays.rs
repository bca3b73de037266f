//! Arrays and typed arrays.

use expect_test::expect;

use super::check;

#[test]
fn short() {
    check("[1, 2, 3, 4, 5, 6]", expect![[r#"[ 1, 2, 3, 4, 5, 6 ]"#]]);
    check(
        "[], [[]], [[], {}], [[[1, [2, [3]]]]]",
        expect![[r#"[] [ [] ] [ [], {} ] [ [ [ 1, [Array] ] ] ]"#]],
    );
    check(
        "['x'.repeat(72)], ['x'.repeat(76)]",
        expect![[r#"
            [
              'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
            ] [
              'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
            ]"#]],
    );
    check(
        "['x'.repeat(33), 'y'.repeat(33)]",
        expect![[r#"
            [
              'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
              'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'
            ]"#]],
    );
}

#[test]
fn grouped() {
    check(
        "[1, 2, 3, 4, 5, 6, 7]",
        expect![[r#"
            [
              1, 2, 3, 4,
              5, 6, 7
            ]"#]],
    );
    check(
        "Array.from({ length: 30 }, (_, i) => i * 10)",
        expect![[r#"
            [
                0,  10,  20,  30,  40,  50,  60,
               70,  80,  90, 100, 110, 120, 130,
              140, 150, 160, 170, 180, 190, 200,
              210, 220, 230, 240, 250, 260, 270,
              280, 290
            ]"#]],
    );
    check(
        "Array.from({ length: 110 }, (_, i) => i)",
        expect![[r#"
            [
               0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11,
              12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
              24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35,
              36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
              48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59,
              60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71,
              72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83,
              84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95,
              96, 97, 98, 99,
              ... 10 more items
            ]"#]],
    );
    check(
        "Array.from({ length: 12 }, (_, i) => 'item ' + i)",
        expect![[r#"
            [
              'item 0',  'item 1',
              'item 2',  'item 3',
              'item 4',  'item 5',
              'item 6',  'item 7',
              'item 8',  'item 9',
              'item 10', 'item 11'
            ]"#]],
    );
    check(
        "['apple', 'banana', 'cherry', 'date', 'elderberry', 'fig', 'grape']",
        expect![[r#"[ 'apple', 'banana', 'cherry', 'date', 'elderberry', 'fig', 'grape' ]"#]],
    );
    check(
        "[1.5, 22.25, 333.125, 4, 5, 6, 7, 8]",
        expect![[r#"[ 1.5, 22.25, 333.125, 4, 5, 6, 7, 8 ]"#]],
    );
    check(
        "[1, 2n, 3, 4, 5, 6, '7']",
        expect![[r#"
            [
              1, 2n, 3,   4,
              5, 6,  '7'
            ]"#]],
    );
    check(
        "[true, false, true, false, true, false, true]",
        expect![[r#"
            [
              true, false,
              true, false,
              true, false,
              true
            ]"#]],
    );
    check(
        "[[1], [2], [3], [4], [5], [6], [7]]",
        expect![[r#"
            [
              [ 1 ], [ 2 ],
              [ 3 ], [ 4 ],
              [ 5 ], [ 6 ],
              [ 7 ]
            ]"#]],
    );
    check(
        "['日本語', '中文', '한국어', 'русский', 'abc', 'de', 'f']",
        expect![[r#"
            [
              '日本語', '中文',
              '한국어', 'русский',
              'abc',    'de',
              'f'
            ]"#]],
    );
    check(
        "['😀', '😁', '😂', 'a', 'b', 'c', 'd', 'e']",
        expect![[r#"
            [
              '😀', '😁', '😂',
              'a',  'b',  'c',
              'd',  'e'
            ]"#]],
    );
    check(
        "{ a: { b: Array.from({ length: 27 }, (_, i) => i) } }",
        expect![[r#"
            {
              a: {
                b: [
                   0,  1,  2,  3,  4,  5,  6,  7,
                   8,  9, 10, 11, 12, 13, 14, 15,
                  16, 17, 18, 19, 20, 21, 22, 23,
                  24, 25, 26
                ]
              }
            }"#]],
    );
    check(
        "Array.from({ length: 10 }, (_, i) => 'x'.repeat(i * 3))",
        expect![[r#"
            [
              '',
              'xxx',
              'xxxxxx',
              'xxxxxxxxx',
              'xxxxxxxxxxxx',
              'xxxxxxxxxxxxxxx',
              'xxxxxxxxxxxxxxxxxx',
              'xxxxxxxxxxxxxxxxxxxxx',
              'xxxxxxxxxxxxxxxxxxxxxxxx',
              'xxxxxxxxxxxxxxxxxxxxxxxxxxx'
            ]"#]],
    );
}

#[test]
fn holes() {
    check(
        "new Array(3), [1, , , 4], [, 'a'], ['a', , 'b', , , ], Array(101)",
        expect![[
            r#"[ <3 empty items> ] [ 1, <2 empty items>, 4 ] [ <1 empty item>, 'a' ] [ 'a', <1 empty item>, 'b', <2 empty items> ] [ <101 empty items> ]"#
        ]],
    );
    check(
        "Object.assign(Array(5), { 2: 1 })",
        expect![[r#"[ <2 empty items>, 1, <2 empty items> ]"#]],
    );
    check(
        "(() => { const a = []; a[200] = 1; return a; })()",
        expect![[r#"[ <200 empty items>, 1 ]"#]],
    );
    check(
        "(() => { const a = Array(102).fill(0); delete a[0]; delete a[1]; return inspect(a, { maxArrayLength: 3 }); })()",
        expect![[r#"[ <2 empty items>, 0, 0, ... 98 more items ]"#]],
    );
}

#[test]
fn extras() {
    check(
        "Object.assign([1, 2, 3], { x: 1, 'y-z': 2, [Symbol('s')]: 3 }), Object.assign([], { '-1': 1 })",
        expect![[r#"[ 1, 2, 3, x: 1, 'y-z': 2, [Symbol(s)]: 3 ] [ '-1': 1 ]"#]],
    );
    check(
        "Object.assign([1, 2, 3, 4, 5, 6, 7], { extra: 1 })",
        expect![[r#"[ 1, 2, 3, 4, 5, 6, 7, extra: 1 ]"#]],
    );
    check(
        "'abc'.match(/(?<x>b)/)",
        expect![[r#"
            [
              'b',
              'b',
              index: 1,
              input: 'abc',
              groups: [Object: null prototype] { x: 'b' }
            ]"#]],
    );
}

#[test]
fn typed() {
    check(
        "new Uint8Array([1, 2, 3]), new Float64Array(2), new Uint8Array(0), new BigInt64Array(2)",
        expect![[
            r#"Uint8Array(3) [ 1, 2, 3 ] Float64Array(2) [ 0, 0 ] Uint8Array(0) [] BigInt64Array(2) [ 0n, 0n ]"#
        ]],
    );
    check(
        "new Float32Array([1.5, -0, NaN]), Object.assign(new Uint8Array(2), { foo: 1 })",
        expect![[r#"Float32Array(3) [ 1.5, -0, NaN ] Uint8Array(2) [ 0, 0, foo: 1 ]"#]],
    );
    check(
        "new ArrayBuffer(4), new DataView(new ArrayBuffer(2)), [new ArrayBuffer(2)], new SharedArrayBuffer(1)",
        expect![[r#"
            ArrayBuffer { [Uint8Contents]: <00 00 00 00>, byteLength: 4 } DataView {
              byteLength: 2,
              byteOffset: 0,
              buffer: ArrayBuffer { [Uint8Contents]: <00 00>, byteLength: 2 }
            } [ ArrayBuffer { [Uint8Contents]: <00 00>, byteLength: 2 } ] SharedArrayBuffer { [Uint8Contents]: <00>, byteLength: 1 }"#]],
    );
    check(
        "inspect(new Uint8Array(2), { showHidden: true })",
        expect![[r#"
            Uint8Array(2) [
              0,
              0,
              [BYTES_PER_ELEMENT]: 1,
              [length]: 2,
              [byteLength]: 2,
              [byteOffset]: 0,
              [buffer]: ArrayBuffer { byteLength: 2 }
            ]"#]],
    );
    check(
        "new Uint8Array(Array.from({ length: 103 }, (_, i) => i))",
        expect![[r#"
            Uint8Array(103) [
               0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11,
              12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
              24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35,
              36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
              48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59,
              60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71,
              72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83,
              84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95,
              96, 97, 98, 99,
              ... 3 more items
            ]"#]],
    );
}
