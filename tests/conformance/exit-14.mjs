for (;;) { try { await 1; require } catch {} finally { for(;;) { try { process.exit(4) } catch {} } } }
