// Runs before the first paint, so that a chosen theme does not flash. Storage may be absent or forbidden.
try {
  const theme = localStorage.getItem('loopscope.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // The system's theme, then.
}
