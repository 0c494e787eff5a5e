<?php
echo 'about us';
