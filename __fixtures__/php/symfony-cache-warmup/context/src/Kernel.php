<?php

namespace App;

use Symfony\Bundle\FrameworkBundle\Kernel as BaseKernel;

final class Kernel extends BaseKernel
{
    protected function routes(): array
    {
        return [
            '/' => fn () => 'Recent posts',
            '/posts/(\d+)' => fn (string $id) => "Post $id",
        ];
    }
}
