export const en = {
  plain: {
    note: 'This page is not encrypted: it works online only and keeps nothing on this computer. Ask your administrator for the https address, or have the hub’s certificate installed here.',
    offline: 'The hub cannot be reached: what you enter now is held only while this page is open; closing or reloading loses it.',
    unsent: '{n} steps have not reached the hub and are held only while this page is open; closing or reloading loses them.',
    password: 'This page is not encrypted: others on the network may see the passphrase.',
    title: 'Not encrypted', seen: 'Others on the network may see passphrase and contents', nothing: 'Nothing is kept: closing, reloading or logging out clears all', online: 'It does not open without a network; what has not reached the hub goes with the page',
    instead: 'How to encrypt', insteadText: 'Ask your administrator for the https address. Where the hub has a certificate of its own, have it installed on this computer first, then open the https address; or use the desktop app.',
    unreachable: 'The hub cannot be reached. Log in once it can.',
  },
}
