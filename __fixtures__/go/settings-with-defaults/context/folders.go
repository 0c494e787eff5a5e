package main

const sharedFolder = "/var/lib/notes"
