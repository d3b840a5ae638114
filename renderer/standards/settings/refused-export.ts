export const useRefusedExport = () => ({ exportRefused: () => undefined, saved: '', failed: '' })
