<?php

use PHPUnit\Framework\TestCase;

final class PageTest extends TestCase
{
    public function testText(): void
    {
        self::assertSame('hello', (new App\Page())->text());
    }
}
