<?php

namespace Barryvdh\Debugbar;

final class ServiceProvider
{
}
