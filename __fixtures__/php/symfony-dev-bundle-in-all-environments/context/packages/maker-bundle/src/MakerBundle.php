<?php

namespace Symfony\Bundle\MakerBundle;

final class MakerBundle
{
}
