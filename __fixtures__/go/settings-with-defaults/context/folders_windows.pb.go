package main

const sharedFolder = `C:\Notes`
