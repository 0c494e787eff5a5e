module example.com/payroll

go 1.22

require git.example.com/hr/people v1.4.0
