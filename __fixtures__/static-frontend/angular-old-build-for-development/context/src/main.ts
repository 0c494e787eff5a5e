import { Component } from '@angular/core'
import { bootstrapApplication } from '@angular/platform-browser'
import 'zone.js'

@Component({ selector: 'app-root', standalone: true, template: '<h1>Tickets</h1>' })
class AppComponent {}

bootstrapApplication(AppComponent).catch((error) => console.error(error))
