using Integral.DevTools;

// ./dev migrate <Module> <Name> and ./dev new-module <Name>, from the root of the repository. What can't be done is said in one line.
try
{
    switch (args)
    {
        case ["migrate", var module, var name]: await Migrations.MakeAsync(module, name); return 0;
        case ["new-module", var name]: NewModule.Make(name, Directory.GetCurrentDirectory()); return 0;
        default: throw new ArgumentException("Say: ./dev migrate <Module> <Name>, or ./dev new-module <Name>.");
    }
}
catch (ArgumentException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 1;
}
