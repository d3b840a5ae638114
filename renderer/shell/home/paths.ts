export const HOME_PATH = '/home'
