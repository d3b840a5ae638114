/** `118 GB`, `8.4 MB`, `1 KB`: thousands, as the makers of disks count. */
export const bytesText = (bytes: number): string => {
  const power = bytes < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return `${power === 0 || value >= 100 ? Math.round(value) : Number(value.toFixed(1))} ${['B', 'KB', 'MB', 'GB', 'TB'][power]}`
}
