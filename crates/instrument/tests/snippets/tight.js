//# keywords without spaces
function f(a){if(a)return!a;else[1].map(x=>console.log(x));return[a]}
console.log(f(1),f(0));
function g(a){try{if(a)throw"thrown";else throw[a]}catch(e){return`caught ${e}`}finally{console.log("finally")}}
console.log(g(1),g(0));
var i=0;do[i++];while(i<3)console.log(i);do-i;while(!i);do(()=>i--)();while(i>0)
for(var k in{a:1})console.log(k);for(k of[1,2])(x=>console.log(x))(k);for(k in(1,{b:1}))+k;
switch(i){case!1:console.log("no");default:[i];case-1:case"a":!i}
var o=typeof[]+typeof{}+void[]+(delete[].x)+("a"in{a:1});console.log(o);
while(!i)if(i++)-i;else[i]
console.log(i);var t=new(class{x=1;y=[2];static z=-1})();console.log(t)
//# generators and async functions without spaces
function*g(){const a=yield[1];yield-a;yield`t`;yield/r/;yield!1;yield{a};yield(2);yield"s";return[yield]}
const i=g();for(let r=i.next();!r.done;r=i.next(5))console.log(r.value);
(async()=>{console.log(await[1],await-1,await`t`,await!1,await"s",await{a:1},await(2));for await(const x of[3])console.log(x);return await[4]})().then(x=>console.log(x));
(async x=>await[x])(6).then(([x])=>{console.log(x)})
//# arrows and braces without spaces
const f=x=>!x,g=x=>[x],h=x=>({x}),k=x=>y=>-y,l=async x=>-await[x],m=x=>{return-x};console.log(f(1),g(1),h(1),k(1)(2),m(3));l(4).then(console.log)
if(f(0)){console.log(1)}else{console.log(2)}if(f(1))console.log(3);else if(!f(1))console.log(4);else console.log(5)
a:for(;;){b:while(1){break a}}c:{break c}d:do{continue d}while(0)
var s=1?f?"a":"b":"c",u=s in{a:1}?-1:+1;console.log(s,u,f instanceof Function)
//# evals without spaces [script]
var x1=0;do{x1++}while(x1<3);if(x1)[x1];else!x1
//# more evals without spaces [script]
a1:{"v";break a1}for(var k1 of[1])-k1
