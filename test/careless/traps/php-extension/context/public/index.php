<?php
echo 'calendar ', cal_days_in_month(CAL_GREGORIAN, 2, 2024);
