// os: the machine of the scenario.
(function (binding, internal) {
  'use strict';
  const { refuseMissing, process } = internal;
  // Functions of os turn into texts by what they give.
  const told = (name, value) => {
    const fn = { [name]: () => value }[name];
    return Object.defineProperty(fn, Symbol.toPrimitive, { value: () => value });
  };
  // Linux's, in Node's order.
  const ERRNO =
    'E2BIG=7 EACCES=13 EADDRINUSE=98 EADDRNOTAVAIL=99 EAFNOSUPPORT=97 EAGAIN=11 EALREADY=114 EBADF=9 EBADMSG=74 ' +
    'EBUSY=16 ECANCELED=125 ECHILD=10 ECONNABORTED=103 ECONNREFUSED=111 ECONNRESET=104 EDEADLK=35 EDESTADDRREQ=89 ' +
    'EDOM=33 EDQUOT=122 EEXIST=17 EFAULT=14 EFBIG=27 EHOSTUNREACH=113 EIDRM=43 EILSEQ=84 EINPROGRESS=115 EINTR=4 ' +
    'EINVAL=22 EIO=5 EISCONN=106 EISDIR=21 ELOOP=40 EMFILE=24 EMLINK=31 EMSGSIZE=90 EMULTIHOP=72 ENAMETOOLONG=36 ' +
    'ENETDOWN=100 ENETRESET=102 ENETUNREACH=101 ENFILE=23 ENOBUFS=105 ENODATA=61 ENODEV=19 ENOENT=2 ENOEXEC=8 ' +
    'ENOLCK=37 ENOLINK=67 ENOMEM=12 ENOMSG=42 ENOPROTOOPT=92 ENOSPC=28 ENOSR=63 ENOSTR=60 ENOSYS=38 ENOTCONN=107 ' +
    'ENOTDIR=20 ENOTEMPTY=39 ENOTSOCK=88 ENOTSUP=95 ENOTTY=25 ENXIO=6 EOPNOTSUPP=95 EOVERFLOW=75 EPERM=1 EPIPE=32 ' +
    'EPROTO=71 EPROTONOSUPPORT=93 EPROTOTYPE=91 ERANGE=34 EROFS=30 ESPIPE=29 ESRCH=3 ESTALE=116 ETIME=62 ' +
    'ETIMEDOUT=110 ETXTBSY=26 EWOULDBLOCK=11 EXDEV=18';
  internal.modules.os = () => {
    const errno = Object.create(null);
    for (const [name, number] of ERRNO.split(' ').map((word) => word.split('='))) errno[name] = Number(number);
    const machine = {
      arch: 'x64', availableParallelism: 4, endianness: 'LE', freemem: 4294967296, homedir: process.env.HOME ?? '/home/node', hostname: 'loopscope',
      platform: 'linux', release: '6.1.0', tmpdir: '/tmp', totalmem: 8589934592, type: 'Linux', version: '#1 SMP PREEMPT_DYNAMIC', machine: 'x86_64',
    };
    const os = internal.fromEntries(Object.entries(machine).map(([name, value]) => [name, told(name, value)]));
    Object.assign(os, {
      cpus: function cpus() {
        return Array.from({ length: machine.availableParallelism }, () => ({
          model: 'Virtual CPU', speed: 2000, times: { user: 0, nice: 0, sys: 0, idle: 0, irq: 0 },
        }));
      },
      loadavg: function loadavg() { return [0, 0, 0]; },
      uptime: told('uptime', 86400),
      networkInterfaces: function networkInterfaces() {
        const lo = { address: '127.0.0.1', netmask: '255.0.0.0', family: 'IPv4', mac: '00:00:00:00:00:00', internal: true, cidr: '127.0.0.1/8' };
        return { lo: [lo] };
      },
      userInfo: function userInfo() { return { uid: 1000, gid: 1000, username: 'node', homedir: machine.homedir, shell: '/bin/sh' }; },
      getPriority: function getPriority() { return 0; },
      constants: {
        __proto__: null,
        UV_UDP_REUSEADDR: 4,
        dlopen: { __proto__: null, RTLD_LAZY: 1, RTLD_NOW: 2, RTLD_GLOBAL: 256, RTLD_LOCAL: 0, RTLD_DEEPBIND: 8 },
        errno,
        signals: { __proto__: null, SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGILL: 4, SIGTRAP: 5, SIGABRT: 6, SIGIOT: 6, SIGBUS: 7, SIGFPE: 8, SIGKILL: 9, SIGUSR1: 10,
          SIGSEGV: 11, SIGUSR2: 12, SIGPIPE: 13, SIGALRM: 14, SIGTERM: 15, SIGCHLD: 17, SIGSTKFLT: 16, SIGCONT: 18, SIGSTOP: 19, SIGTSTP: 20,
          SIGTTIN: 21, SIGTTOU: 22, SIGURG: 23, SIGXCPU: 24, SIGXFSZ: 25, SIGVTALRM: 26, SIGPROF: 27, SIGWINCH: 28, SIGIO: 29, SIGPOLL: 29,
          SIGPWR: 30, SIGSYS: 31 },
        priority: { __proto__: null, PRIORITY_LOW: 19, PRIORITY_BELOW_NORMAL: 10, PRIORITY_NORMAL: 0, PRIORITY_ABOVE_NORMAL: -7, PRIORITY_HIGH: -14, PRIORITY_HIGHEST: -20 },
      },
      EOL: '\n',
      devNull: '/dev/null',
    });
    refuseMissing(os, 'os.', ['setPriority']);
    return os;
  };
})
