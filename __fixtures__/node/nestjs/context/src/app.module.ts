import { Controller, Get, Module } from '@nestjs/common'

@Controller()
class AppointmentsController {
  @Get()
  list(): string[] {
    return ['Monday, nine']
  }
}

@Module({ controllers: [AppointmentsController] })
export class AppModule {}
