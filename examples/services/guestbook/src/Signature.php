<?php

namespace Guestbook;

/** A name as a picture. */
final class Signature
{
    public function __construct(private readonly string $name)
    {
    }

    public function png(): string
    {
        $image = imagecreatetruecolor(200, 40);
        imagestring($image, 5, 10, 10, $this->name, imagecolorallocate($image, 255, 255, 255));
        ob_start();
        imagepng($image);
        return (string) ob_get_clean();
    }
}
