<?php

require __DIR__ . '/vendor/autoload.php';

echo Spatie\Mjml\Mjml::new()->toHtml('<mjml><mj-body><mj-section></mj-section></mj-body></mjml>');
