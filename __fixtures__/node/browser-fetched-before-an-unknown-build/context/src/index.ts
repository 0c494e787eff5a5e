import 'playwright'
