<?php

namespace Symfony\Bundle\FrameworkBundle;

final class FrameworkBundle
{
}
