/** What a name in a folder is. Sockets, devices and pipes are 'other': no build context has them, and reading one can hang. */
export type EntryKind = 'file' | 'folder' | 'link' | 'other'
