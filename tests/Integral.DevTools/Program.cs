using Integral.DevTools;

// ./dev migrate <Module> <Name>, ./dev new-module <Name> and ./dev notices, from the root of the repository. What can't be done is said in one line.
try
{
    switch (args)
    {
        case ["migrate", var module, var name]: await Migrations.MakeAsync(module, name); return 0;
        case ["new-module", var name]: NewModule.Make(name, Directory.GetCurrentDirectory()); return 0;
        case ["notices"]: Notices.Write(Directory.GetCurrentDirectory()); return 0;
        case ["notices", "--check"]: Notices.Check(Directory.GetCurrentDirectory()); return 0;
        default: throw new ArgumentException("Say: ./dev migrate <Module> <Name>, ./dev new-module <Name>, or ./dev notices.");
    }
}
catch (ArgumentException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 1;
}
